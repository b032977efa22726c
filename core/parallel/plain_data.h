/// PlainData: what can be copied byte for byte into another process.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace breakeven {

namespace detail {

/// What refers to something that stays behind.
template <class T>
constexpr bool IsAddress = std::is_pointer_v<T> || std::is_member_pointer_v<T> || std::is_null_pointer_v<T> ||
                           std::input_or_output_iterator<T> || std::ranges::view<T>;
template <class T>
constexpr bool IsAddress<std::reference_wrapper<T>> = true;
template <class T>
constexpr bool IsAddress<std::initializer_list<T>> = true;

/// False for lambdas with captures and for structs with references.
template <class T>
constexpr bool IsAssignableOrMadeOfNothing = std::is_copy_assignable_v<T> ||
                                             (std::is_aggregate_v<T> && requires { T{}; });

template <class T>
constexpr bool PartsArePlain();
template <class T>
constexpr bool MembersArePlain();

}  // namespace detail

/// It must hold no address, since what that points at stays behind. The compiler refuses the addresses that it can see:
/// those in arrays, optionals and variants, and those among the first 16 members of a struct. It sees neither private
/// members nor those of a class with constructors.
template <class T>
concept PlainData =
    std::is_trivially_copyable_v<T> && !detail::IsAddress<T> && detail::IsAssignableOrMadeOfNothing<T> &&
    detail::PartsArePlain<T>() && detail::MembersArePlain<T>();

namespace detail {

template <class... Types>
struct TypeList {};

template <class T, std::size_t... I>
constexpr auto elementsOf(std::index_sequence<I...>) {
    return TypeList<std::remove_cv_t<std::tuple_element_t<I, T>>...>{};
}
template <class T, std::size_t... I>
constexpr auto alternativesOf(std::index_sequence<I...>) {
    return TypeList<std::remove_cv_t<std::variant_alternative_t<I, T>>...>{};
}

/// The types that a container, pointer, tuple or variant says it holds.
template <class T>
constexpr auto partsOf() {
    if constexpr (requires { typename T::value_type; })
        return TypeList<std::remove_cv_t<typename T::value_type>>{};
    else if constexpr (requires { typename T::element_type; })
        return TypeList<std::remove_cv_t<typename T::element_type>>{};
    else if constexpr (requires { std::tuple_size<T>::value; })
        return elementsOf<T>(std::make_index_sequence<std::tuple_size_v<T>>());
    else if constexpr (requires { std::variant_size<T>::value; })
        return alternativesOf<T>(std::make_index_sequence<std::variant_size_v<T>>());
    else
        return TypeList<>{};
}

template <class T>
constexpr bool PartsArePlain() {
    return []<class... Parts>(TypeList<Parts...>) { return (PlainData<Parts> && ...); }(partsOf<T>());
}

/// Becomes any member of a struct, or only a plain one. Not a struct within it: its own members come one by one then.
template <bool onlyPlain>
struct AnyMember {
    template <class M>
    requires((!std::is_aggregate_v<M> || std::is_empty_v<M>)&&(!onlyPlain || PlainData<M>)) operator M() const;
};

template <class T, bool onlyPlain, std::size_t... I>
constexpr bool isMadeOf(std::index_sequence<I...>) {
    return requires {
        T{(void(I), AnyMember<onlyPlain>{})...};
    };
}

/// Where some first members can be initialised, but not by plain data, one of them is not plain.
template <class T, std::size_t... Count>
constexpr bool firstMembersArePlain(std::index_sequence<Count...>) {
    return ((!isMadeOf<T, false>(std::make_index_sequence<Count + 1>()) ||
             isMadeOf<T, true>(std::make_index_sequence<Count + 1>())) &&
            ...);
}

template <class T>
constexpr bool MembersArePlain() {
    constexpr std::size_t Seen = 16;
    if constexpr (std::is_aggregate_v<T>)
        return firstMembersArePlain<T>(std::make_index_sequence<Seen>());
    else
        return true;
}

}  // namespace detail

}  // namespace breakeven
