using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Teams.Assignments;

/// <summary>
/// What the members of a team have done of its papers: closed attempts since the paper was assigned, in either mode. The score is
/// that of the exams among them, by the paper's own rule. Three queries at most, however many members and papers.
/// </summary>
internal sealed class AssignmentResults
{
    private readonly Dictionary<(Guid Assignment, int Number), Sums> _sums;
    private readonly Dictionary<(Guid Assignment, int Number), double> _ordered = [];
    private readonly Dictionary<string, PaperInfo> _papers;

    private AssignmentResults(Dictionary<(Guid, int), Sums> sums, Dictionary<string, PaperInfo> papers) => (_sums, _papers) = (sums, papers);

    public static async Task<AssignmentResults> ReadAsync(KnowledgeDb db, IReadOnlyCollection<Assignment> assignments)
    {
        var ids = assignments.Where(one => one.Kind == AssignmentKind.Paper).Select(one => one.Id).ToArray();
        var keys = assignments.Where(one => one.Kind == AssignmentKind.Paper).Select(one => one.Key).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0)
            return new([], []);
        var papers = await db.Set<Paper>().AsNoTracking().Where(paper => keys.Contains(paper.Key))
            .ToDictionaryAsync(paper => paper.Key, paper => new PaperInfo(paper.Rules, !paper.Retired), StringComparer.Ordinal);
        var sums = await Sittings(db, ids).GroupBy(sat => new { sat.Assignment, sat.Number }).Select(group => new Sums(
            group.Key.Assignment, group.Key.Number, group.Min(sat => sat.ClosedAt), group.Count(), group.Max(sat => sat.Share), group.Average(sat => sat.Share)))
            .ToDictionaryAsync(row => (row.Assignment, row.Number));
        var results = new AssignmentResults(sums, papers);

        // Few papers count the first or the last exam, so only theirs are read, and one at a time.
        var rules = assignments.Where(one => papers.GetValueOrDefault(one.Key)?.Rules.Counted is CountedScore.First or CountedScore.Last)
            .ToDictionary(one => one.Id, one => papers[one.Key].Rules.Counted);
        if (rules.Count > 0)
        {
            var counted = rules.Keys.ToArray();
            await foreach (var sat in Sittings(db, counted).Where(sat => sat.Share != null).OrderBy(sat => sat.StartedAt).AsAsyncEnumerable())
            {
                if (rules[sat.Assignment] == CountedScore.Last)
                    results._ordered[(sat.Assignment, sat.Number)] = sat.Share!.Value;
                else
                    results._ordered.TryAdd((sat.Assignment, sat.Number), sat.Share!.Value);
            }
        }
        return results;
    }

    public bool IsOffered(string paper) => _papers.GetValueOrDefault(paper) is { IsOffered: true };

    public MemberResult Of(Assignment assignment, int number, DateTimeOffset joined, DateTimeOffset now)
    {
        var sums = _sums.GetValueOrDefault((assignment.Id, number));
        var state = MemberResult.StateOf(sums?.DoneAt, assignment.DueAt, joined, now);
        if (sums is null)
            return new(state);
        var rules = _papers.GetValueOrDefault(assignment.Key)?.Rules ?? PaperRules.None;
        var share = rules.Counted switch
        {
            CountedScore.First or CountedScore.Last => _ordered.TryGetValue((assignment.Id, number), out var one) ? one : (double?)null,
            CountedScore.Average => sums.Average,
            _ => sums.Best,
        };
        return new(state, sums.DoneAt, sums.Times, share, rules.Passed(share));
    }

    // For every member and paper the index (LearnerId, PaperKey, ClosedAt) is entered at the moment of assigning. Written as a cross
    // join because SQLite keeps to its order: it would rather read everybody's attempts on a paper, the other teams' too.
    private static IQueryable<Sat> Sittings(KnowledgeDb db, Guid[] assignments) =>
        from assignment in db.Set<Assignment>()
        from member in db.Set<TeamMember>()
        from attempt in db.Set<Attempt>()
        where assignments.Contains(assignment.Id) && member.TeamId == assignment.TeamId
            && attempt.LearnerId == member.LearnerId && attempt.PaperKey == assignment.Key && attempt.ClosedAt >= assignment.CreatedAt && attempt.RetryOf == null
        select new Sat
        {
            Assignment = assignment.Id,
            Number = member.Number,
            StartedAt = attempt.StartedAt,
            ClosedAt = attempt.ClosedAt!.Value,
            Share = attempt.Mode == AttemptMode.Exam && attempt.Score != null && attempt.MaximumScore > 0 ? attempt.Score / attempt.MaximumScore : null,
        };

    private sealed record Sat
    {
        public required Guid Assignment { get; init; }
        public required int Number { get; init; }
        public required DateTimeOffset StartedAt { get; init; }
        public required DateTimeOffset ClosedAt { get; init; }

        /// <summary>Null: practice.</summary>
        public required double? Share { get; init; }
    }

    private sealed record Sums(Guid Assignment, int Number, DateTimeOffset DoneAt, int Times, double? Best, double? Average);

    private sealed record PaperInfo(PaperRules Rules, bool IsOffered);
}
