// Which processes are this program.
#pragma once

#include <windows.h>

namespace capture {

/// The topmost process of this program: this one, or the parent, grandparent, ... that runs the same executable file. A
/// desktop program plays its sound in another child of its first process than the one that captures.
DWORD root_of_own_program();

}  // namespace capture
