using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KnowledgeBase.Interviews.Rooms;

namespace KnowledgeBase.Tests.Interviews.Rooms;

public class RoomRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("KQ7M-3MDX")]
    [InlineData("kq7m3mdx")]
    [InlineData(" kq7m 3MDX ")]
    [InlineData("ＫＱ７Ｍ－３ＭＤＸ")]
    public void A_code_is_read_in_any_case_with_or_without_its_dash(string typed) => Assert.Equal("KQ7M3MDX", RoomCode.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("KQ7M-3MD")]
    [InlineData("KQ7M-3MD1")]
    [InlineData("KQ7M-3MDO")]
    [InlineData("../../etc")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(RoomCode.Read(typed));

    [Fact]
    public void Codes_have_no_look_alikes_and_can_be_read_back()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = RoomCode.Make();
            Assert.DoesNotContain(code, sign => "ILOU01".Contains(sign, StringComparison.Ordinal));
            Assert.Equal(code, RoomCode.Read(RoomCode.Show(code)));
        }
    }

    [Theory]
    [InlineData(RoomScoring.Accuracy, 1, 59_000, 1000)]
    [InlineData(RoomScoring.Accuracy, 1.0 / 3, 0, 333)]
    [InlineData(RoomScoring.Speed, 1, 0, 1000)]
    [InlineData(RoomScoring.Speed, 1, 30_000, 750)]
    [InlineData(RoomScoring.Speed, 1, 60_000, 500)]
    [InlineData(RoomScoring.Speed, 1, 60_500, 500)]
    [InlineData(RoomScoring.Speed, 0.5, 30_000, 375)]
    [InlineData(RoomScoring.Speed, 0, 10, 0)]
    public void Points_are_what_the_scoring_says(RoomScoring scoring, double mark, long milliseconds, int points) =>
        Assert.Equal(points, RoomScore.Points(scoring, mark, milliseconds, 60));

    [Property]
    public bool Points_are_never_negative_nor_above_a_thousand_and_never_rise_with_time(NonNegativeInt early, NonNegativeInt later, byte share)
    {
        var mark = share / 255.0;
        var (one, other) = (RoomScore.Points(RoomScoring.Speed, mark, early.Get, 20), RoomScore.Points(RoomScoring.Speed, mark, early.Get + (long)later.Get, 20));
        return one is >= 0 and <= 1000 && other >= 0 && other <= one;
    }

    [Property]
    public bool Whatever_moves_are_tried_a_room_only_goes_forward(byte[] moves)
    {
        var sheet = Sheet(RoomPace.Clock);
        var state = new RoomState(RoomPhase.Lobby, 0, 0, false, null, null, null, Now.AddHours(12), null);
        foreach (var (index, move) in moves.Index())
        {
            if (RoomMoves.After(sheet, state, (RoomMove)(move % 4), Now.AddSeconds(index)) is not { } next)
                continue;
            if (next.Revision != state.Revision + 1 || next.Position < state.Position || state.Phase == RoomPhase.Ended || next.Position > sheet.Items.Count)
                return false;
            state = next;
        }
        return true;
    }

    [Fact]
    public void The_clock_reveals_only_when_what_came_in_time_is_on_disk_and_ends_what_has_expired()
    {
        var asking = RoomMoves.After(Sheet(RoomPace.Clock), new(RoomPhase.Lobby, 0, 0, false, null, null, null, Now.AddHours(12), null), RoomMove.Start, Now)!;

        Assert.Equal(Now.AddSeconds(20), asking.ClosesAt);
        Assert.Null(RoomMoves.Due(asking, Now.AddSeconds(21)));
        Assert.Equal(RoomMove.Reveal, RoomMoves.Due(asking, Now.AddSeconds(21.5)));
        Assert.Equal(RoomMove.End, RoomMoves.Due(asking, Now.AddHours(12)));
    }

    [Fact]
    public void A_qr_code_has_its_white_margin()
    {
        var qr = RoomQr.Of("https://kb.example.org/zh/interviews/KQ7M-3MDX");

        Assert.InRange(qr.Size, 29, 60);
        Assert.StartsWith("M4 4h7", qr.Path, StringComparison.Ordinal);
    }

    private static RoomSheet Sheet(RoomPace pace)
    {
        var question = new KnowledgeBase.Questions.QuestionVersion { QuestionId = 1, Number = 1, Hash = "", Kind = KnowledgeBase.Questions.QuestionKind.Single, Difficulty = 1, Seconds = 1, Anchor = "", Tags = [], Body = KnowledgeBase.Tests.Quizzes.TestQuestions.Body(KnowledgeBase.Questions.QuestionKind.Single, "one") };
        return new(Guid.Empty, "KQ7M3MDX", Guid.Empty, "", "", new("", ""), 1, KnowledgeBase.Quizzes.PaperRules.None, RoomScoring.Speed, pace, 20, 10, Now,
            [new(1, "", question, ["a", "b", "c"]), new(2, "", question, ["a", "b", "c"])]);
    }
}
