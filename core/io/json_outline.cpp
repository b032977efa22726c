#include "core/io/json_outline.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::json;

/// Stops the parser (false) as soon as the outline is complete.
class OutlineReader : public nlohmann::json_sax<Json> {
public:
    JsonOutline take() { return std::move(m_outline); }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        ++m_depth;
        return true;
    }
    bool end_object() override { return --m_depth != ListDepth || !m_isInList; }
    bool start_array(std::size_t) override {
        if (++m_depth == 1) return false;  // a list, and no object
        if (m_depth == ListDepth) m_isInList = true;
        return true;
    }
    bool end_array() override {
        if (m_depth-- == ListDepth) m_isInList = false;
        return true;
    }
    bool key(string_t& name) override {
        if (m_depth == 1) {
            m_outline.insert(name);
            m_list = std::move(name);
        } else if (m_depth == ListDepth + 1 && m_isInList) {
            m_outline.insert(m_list + "[]." + name);
        }
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return false; }

private:
    static constexpr int ListDepth = 2;  ///< of a list that the outermost object has

    JsonOutline m_outline;
    std::string m_list;  ///< the key that was read last of the outermost object
    int m_depth = 0;
    bool m_isInList = false;
};

}  // namespace

JsonOutline jsonOutline(std::string_view text) {
    OutlineReader reader;
    Json::sax_parse(text, &reader);
    return reader.take();
}

}  // namespace breakeven
