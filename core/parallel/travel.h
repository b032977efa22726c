/// What can travel to another process: callables without captures, function pointers, and data that can be copied byte
/// for byte or that cereal can serialise. Anything else is refused by the compiler, as far as it can see into a type:
/// see PlainData.
#pragma once

#include "core/parallel/plain_data.h"

#include <cereal/archives/binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/complex.hpp>
#include <cereal/types/deque.hpp>
#include <cereal/types/list.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/memory.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/tuple.hpp>
#include <cereal/types/unordered_map.hpp>
#include <cereal/types/unordered_set.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace breakeven {

namespace detail {

template <class T>
constexpr bool PartsAreSerialisable();

}  // namespace detail

/// cereal can write and read it, with all that it holds.
template <class T>
concept Serialisable =
    !std::is_pointer_v<T> && cereal::traits::is_output_serializable<T, cereal::BinaryOutputArchive>::value &&
    cereal::traits::is_input_serializable<T, cereal::BinaryInputArchive>::value && detail::PartsAreSerialisable<T>();

namespace detail {

/// cereal's own answer for a container says nothing of its elements.
template <class T>
constexpr bool PartsAreSerialisable() {
    return []<class... Parts>(TypeList<Parts...>) { return (Serialisable<Parts> && ...); }(partsOf<T>());
}

template <class T>
constexpr bool IsPlainVector = false;
template <PlainData T>
constexpr bool IsPlainVector<std::vector<T>> = std::default_initializable<T> && !std::is_same_v<T, bool>;

}  // namespace detail

/// A vector of plain data, copied in one piece.
template <class T>
concept PlainVector = detail::IsPlainVector<T>;

template <class T>
concept CanTravel = std::is_void_v<T> || PlainData<T> || PlainVector<T> ||
    (Serialisable<T>&& std::default_initializable<T>);

/// How an argument is kept: texts of all kinds as a std::string.
template <class T>
using Carried =
    std::conditional_t<std::is_convertible_v<std::decay_t<T>, std::string_view>, std::string, std::decay_t<T>>;

template <class F>
concept FunctionPointer = std::is_pointer_v<F> && std::is_function_v<std::remove_pointer_t<F>>;

/// A lambda without captures, an empty function object, or a function pointer. The other side of the fork or spawn is
/// the same program, which has the same code.
template <class F>
concept CallableThatTravels = FunctionPointer<F> ||(std::is_empty_v<F>&& std::default_initializable<F>);

}  // namespace breakeven
