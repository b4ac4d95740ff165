using FsCheck.Xunit;
using KnowledgeBase.Teams;
using KnowledgeBase.Teams.Assignments;
using KnowledgeBase.Teams.MasteryMaps;

namespace KnowledgeBase.Tests.Teams;

public class AssignmentRuleTests
{
    private static readonly DateTimeOffset Due = new(2026, 12, 1, 18, 0, 0, TimeSpan.Zero);

    public static TheoryData<int?, int, int, AssignmentState> States => new()
    {
        // Done, joined and now, in minutes from the time it is due.
        { -1, -100, 5, AssignmentState.Done },
        { 0, -100, 5, AssignmentState.Done },
        { 1, -100, 5, AssignmentState.DoneLate },
        { null, -100, -1, AssignmentState.Open },
        { null, -100, 0, AssignmentState.Open },
        { null, -100, 1, AssignmentState.Overdue },
        { null, 3, 5, AssignmentState.NotAsked },
        { 4, 3, 5, AssignmentState.DoneLate },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_follows_from_the_times(int? done, int joined, int now, AssignmentState expected) =>
        Assert.Equal(expected, MemberResult.StateOf(done is { } minutes ? Due.AddMinutes(minutes) : null, Due, Due.AddMinutes(joined), Due.AddMinutes(now)));

    [Property]
    public void Everybody_is_counted_once_except_those_not_asked(AssignmentState[] states)
    {
        var counts = AssignmentCounts.Of([.. states.Select(state => new MemberResult(state))]);

        Assert.Equal(states.Count(state => state != AssignmentState.NotAsked), counts.Asked);
        Assert.Equal(states.Count(state => state == AssignmentState.Overdue), counts.Overdue);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData(" abcd-2345 ", "ABCD2345", "/zh/interviews/ABCD2345")]
    [InlineData("https://meet.example.org/a?b=c", "https://meet.example.org/a?b=c", "https://meet.example.org/a?b=c")]
    [InlineData("javascript:alert(1)", null, null)]
    [InlineData("data:text/html,x", null, null)]
    [InlineData("//evil.example/x", null, null)]
    [InlineData("https://bank.example@evil.example/", null, null)]
    [InlineData("tomorrow at ten", null, null)]
    public void A_place_is_a_code_or_a_link_and_nothing_else(string typed, string? kept, string? address)
    {
        Assert.Equal(kept, MeetingPlace.Read(typed));
        Assert.Equal(address, MeetingPlace.Address(kept ?? typed, "zh"));
    }

    [Fact]
    public void Times_are_those_of_the_zone_that_the_form_names()
    {
        var now = new DateTimeOffset(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Null(AssignDraft.DueProblem("2026-03-20T09:01", now, berlin));
        Assert.Equal("DuePast", AssignDraft.DueProblem("2026-03-20T09:00", now, berlin));
        Assert.Equal("DueWrong", AssignDraft.DueProblem("2026-03-29T02:30", now, berlin));
        Assert.Equal("DueWrong", AssignDraft.DueProblem("", now, berlin));
        Assert.Equal("DueFar", AssignDraft.DueProblem("2029-01-01T00:00", now, berlin));
        Assert.Equal("2026-03-27T18:00", AssignDraft.New(AssignmentKind.Paper, now, berlin).Due);
    }

    [Fact]
    public void Tokens_have_128_bits_and_fit_an_address()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => InviteLink.NewToken()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000, tokens.Count);
        Assert.All(tokens, token => Assert.True(token.Length == 22 && Uri.EscapeDataString(token) == token));
    }

    [Fact]
    public void A_mean_weighs_people_alike_and_says_how_many_they_are()
    {
        var section = new MapSection("s", new("s", "s"), 10);
        var other = new MapSection("t", new("t", "t"), 10);
        var map = new MasteryMap([], [Row(1, 10, 10), Row(2, 1, 0), Row(3, 0, 0)]);

        Assert.Equal(new MapMean(.5, 2), map.Mean([section]));
        Assert.True(map.Mean([section]).IsOfFew);
        Assert.Equal(new MapMean(null, 0), map.Mean([other]));
        Assert.False(new MapMean(.5, MasteryMap.Few).IsOfFew);

        static MapRow Row(int number, int seen, double marks) => new(
            new(number, null, false, false, false, default), seen == 0 ? [] : new Dictionary<string, (int, double)>(StringComparer.Ordinal) { ["s"] = (seen, marks) });
    }
}
