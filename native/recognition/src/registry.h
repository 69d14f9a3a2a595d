// The backends in this process: which compute libraries are loaded and which devices they offer.
#pragma once
#include <string>
#include <vector>

namespace speech {

struct Device {
    std::string name, description, type;
    size_t total_memory_bytes = 0;
};

/** Loads one backend library by absolute path; returns why it cannot be used, or "". Any thread; loading twice is fine. */
std::string load_backend(const std::string & path);

/**
 * Loads the CPU library of `directory` that this processor runs best; returns its path, or "" if none fits. Any thread.
 * The first choice stands for the whole process: later calls return it.
 */
std::string load_cpu_backend(const std::string & directory);

/** All devices, in the order in which they were loaded. Any thread. */
std::vector<Device> devices();

}  // namespace speech
