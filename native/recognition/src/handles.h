// Native objects in JavaScript's hands: an opaque value that owns one shared_ptr. It is dropped by the addon's free() or by
// the garbage collector, whichever comes first; the native object lives on while a running job still shares it.
#pragma once
#include <node_api.h>

#include <memory>

namespace js {

/** One number per native type, so that a model cannot be passed where a state is wanted. */
template <class T>
struct TypeNumber;

template <class T>
struct Handle {
    std::shared_ptr<T> object;
};

template <class T>
napi_type_tag tag_of() {
    return {0x72747374742d7370, TypeNumber<T>::value};
}

template <class T>
napi_value make_handle(napi_env env, std::shared_ptr<T> object) {
    auto handle = new Handle<T>{std::move(object)};
    napi_value value = nullptr;
    const auto drop = [](napi_env, void * memory, void *) { delete static_cast<Handle<T> *>(memory); };
    if (napi_create_external(env, handle, drop, nullptr, &value) != napi_ok) {
        delete handle;
        return nullptr;
    }
    const napi_type_tag tag = tag_of<T>();
    napi_type_tag_object(env, value, &tag);
    return value;
}

/** The handle inside `value`, or nullptr if `value` is anything else. Its object is empty after free(). */
template <class T>
Handle<T> * read_handle(napi_env env, napi_value value) {
    napi_valuetype type;
    if (napi_typeof(env, value, &type) != napi_ok || type != napi_external) return nullptr;
    const napi_type_tag tag = tag_of<T>();
    bool is_ours = false;
    if (napi_check_object_type_tag(env, value, &tag, &is_ours) != napi_ok || !is_ours) return nullptr;
    void * memory = nullptr;
    return napi_get_value_external(env, value, &memory) == napi_ok ? static_cast<Handle<T> *>(memory) : nullptr;
}

}  // namespace js
