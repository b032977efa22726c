/// Whose the programs of an experiment are. What the user types or chooses in this window is his own. A text that came
/// with a file is its author's, edited or not, until the user has said yes to it here. From then on what he types in
/// its place is his own, too; but the files that a text of the author's names must be those that he said yes to.
#pragma once

#include "core/experiment/spec.h"
#include "core/io/programs.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

class OpenedPrograms {
public:
    OpenedPrograms() = default;  ///< nobody's
    explicit OpenedPrograms(const ExperimentSpec& spec);

    /// The user has been shown these and has said yes.
    void agree(const Programs& programs);

    /// True when the user has typed, chosen or agreed to all of it. The initial texts and words of a choice are
    /// nobody's.
    bool isOwn(const Program& program) const;

private:
    using Place = std::pair<std::string, std::string>;  ///< workload and parameter
    struct Given {
        std::set<std::string> unseen;  ///< texts of the author's without a yes
        std::set<std::string> naming;  ///< what of the author's texts can name files: all of one, a word of a command
        bool isAgreed = false;         ///< to what stood here, edited or not
        std::map<std::string, std::vector<std::vector<ProgramFile>>> files;  ///< agreed to, by what names them
    };

    std::map<Place, Given> m_given;
};

}  // namespace breakeven
