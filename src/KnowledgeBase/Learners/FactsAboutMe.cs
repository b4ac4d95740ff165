using System.Security.Claims;

namespace KnowledgeBase.Learners;

/// <summary>A number that another folder knows about a learner and that every page may show, such as how many reviews are due; 0 is not said.</summary>
internal sealed record FactAboutMe(string Name, Func<Guid, Task<int>> OfAsync);

/// <summary>All of them; somebody who has kept nothing yet has none and costs no query.</summary>
internal sealed class FactsAboutMe(IEnumerable<FactAboutMe> facts)
{
    public async Task<Dictionary<string, object>> OfAsync(ClaimsPrincipal reader)
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        if (reader.LearnerId() is not { } learner)
            return known;
        foreach (var fact in facts)
        {
            if (await fact.OfAsync(learner) is not 0 and var number)
                known[fact.Name] = number;
        }
        return known;
    }
}
