// Reading and making JavaScript values. Everything here runs on the JavaScript thread of its environment.
#pragma once
#include <node_api.h>

#include <string>
#include <vector>

namespace js {

inline napi_value make_text(napi_env env, const std::string & text) {
    napi_value value = nullptr;
    napi_create_string_utf8(env, text.data(), text.size(), &value);
    return value;
}

inline napi_value make_number(napi_env env, double number) {
    napi_value value = nullptr;
    napi_create_double(env, number, &value);
    return value;
}

inline napi_value make_flag(napi_env env, bool flag) {
    napi_value value = nullptr;
    napi_get_boolean(env, flag, &value);
    return value;
}

inline napi_value make_object(napi_env env) {
    napi_value value = nullptr;
    napi_create_object(env, &value);
    return value;
}

inline napi_value make_array(napi_env env, size_t length) {
    napi_value value = nullptr;
    napi_create_array_with_length(env, length, &value);
    return value;
}

/** An Error whose `code` the TypeScript side turns into a sentence for people. */
inline napi_value make_error(napi_env env, const char * code, const std::string & message) {
    napi_value error = nullptr;
    napi_create_error(env, make_text(env, code), make_text(env, message), &error);
    return error;
}

/** Throws into JavaScript; returns nullptr so that a callback can `return js::fail(...)`. */
inline napi_value fail(napi_env env, const char * code, const std::string & message) {
    napi_throw_error(env, code, message.c_str());
    return nullptr;
}

inline void set(napi_env env, napi_value object, const char * key, napi_value value) {
    napi_set_named_property(env, object, key, value);
}

/** The text of a string value; "" for anything else. */
inline std::string read_text(napi_env env, napi_value value) {
    size_t length = 0;
    if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) return "";
    std::string text(length, '\0');
    napi_get_value_string_utf8(env, value, &text[0], length + 1, &length);
    return text;
}

/** True if `object` has `key` with the wanted type; then `value` holds it. */
inline bool read_property(napi_env env, napi_value object, const char * key, napi_valuetype wanted, napi_value * value) {
    napi_valuetype type;
    if (napi_typeof(env, object, &type) != napi_ok || type != napi_object) return false;
    if (napi_get_named_property(env, object, key, value) != napi_ok) return false;
    return napi_typeof(env, *value, &type) == napi_ok && type == wanted;
}

inline double number_of(napi_env env, napi_value object, const char * key, double otherwise) {
    napi_value value;
    if (read_property(env, object, key, napi_number, &value)) napi_get_value_double(env, value, &otherwise);
    return otherwise;
}

inline bool flag_of(napi_env env, napi_value object, const char * key, bool otherwise) {
    napi_value value;
    if (read_property(env, object, key, napi_boolean, &value)) napi_get_value_bool(env, value, &otherwise);
    return otherwise;
}

inline std::string text_of(napi_env env, napi_value object, const char * key) {
    napi_value value;
    return read_property(env, object, key, napi_string, &value) ? read_text(env, value) : "";
}

/** The whole numbers of an array; none for anything else. */
inline std::vector<int> numbers_of(napi_env env, napi_value object, const char * key) {
    napi_value list;
    uint32_t count = 0;
    if (!read_property(env, object, key, napi_object, &list) || napi_get_array_length(env, list, &count) != napi_ok) return {};
    std::vector<int> numbers(count);
    for (uint32_t i = 0; i < count; i++) {
        napi_value element = nullptr;
        if (napi_get_element(env, list, i, &element) == napi_ok) napi_get_value_int32(env, element, &numbers[i]);
    }
    return numbers;
}

/** The memory of a Float32Array, valid until control returns to JavaScript; false for anything else. */
inline bool read_samples(napi_env env, napi_value value, const float ** samples, size_t * count) {
    bool is_typed_array = false;
    if (napi_is_typedarray(env, value, &is_typed_array) != napi_ok || !is_typed_array) return false;
    napi_typedarray_type type;
    void * memory = nullptr;
    if (napi_get_typedarray_info(env, value, &type, count, &memory, nullptr, nullptr) != napi_ok) return false;
    *samples = static_cast<const float *>(memory);
    return type == napi_float32_array;
}

/** Arguments of a call; missing ones are `undefined`. */
template <size_t count>
struct Arguments {
    napi_value values[count];
    Arguments(napi_env env, napi_callback_info info) {
        size_t given = count;
        napi_get_cb_info(env, info, &given, values, nullptr, nullptr);
    }
    napi_value operator[](size_t index) const { return values[index]; }
};

}  // namespace js
