using System.Reflection;
using NetArchTest.Rules;

namespace KnowledgeBase.Tests;

public class FolderTests
{
    /// <summary>Who may use whom: downwards only. Checked on the compiled assembly, so markup counts too.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Storage"] = [],
        ["Shell"] = [],
        ["Content"] = ["Storage"],
        ["Learners"] = ["Storage", "Shell"],
        ["Articles"] = ["Content", "Storage", "Shell", "Learners"],
        ["Questions"] = ["Content", "Storage", "Shell", "Learners"],
        ["Quizzes"] = ["Questions", "Content", "Learners", "Storage", "Shell"],
        ["History"] = ["Quizzes", "Questions", "Content", "Learners", "Storage", "Shell"],
        ["Statistics"] = ["Quizzes", "Questions", "Content", "Learners", "Storage", "Shell"],
        ["Interviews"] = ["Statistics", "Quizzes", "Questions", "Content", "Learners", "Storage", "Shell"],
        ["Teams"] = ["History", "Quizzes", "Questions", "Content", "Learners", "Storage", "Shell"],
        ["Operations"] = ["Content", "Storage"],
    };

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_below_it(string folder)
    {
        var forbidden = MayUse.Keys.Except(MayUse[folder]).Where(other => other != folder).Select(other => $"KnowledgeBase.{other}").ToArray();

        var result = Types.InAssembly(typeof(Program).Assembly)
            .That().ResideInNamespace($"KnowledgeBase.{folder}")
            .ShouldNot().HaveDependencyOnAny(forbidden)
            .GetResult();

        Assert.True(result.IsSuccessful, $"{folder} must not use others: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_rules()
    {
        var folders = typeof(Program).Assembly.GetTypes()
            .Select(type => type.Namespace)
            .Where(name => name?.StartsWith("KnowledgeBase.", StringComparison.Ordinal) == true)
            .Select(name => name!.Split('.')[1])
            .Distinct();

        Assert.Empty(folders.Except(MayUse.Keys));
    }
}
