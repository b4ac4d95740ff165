using KnowledgeBase.Content;
using KnowledgeBase.Questions;

namespace KnowledgeBase.Tests.Questions;

public class TypedNumberTests
{
    private static readonly Bilingual Rate = new("词/秒", "tokens/s");

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" 1,5 ", 1.5)]
    [InlineData("1.5e0", 1.5)]
    [InlineData("15E-1", 1.5)]
    [InlineData("１．５", 1.5)]
    [InlineData("１，５", 1.5)]
    [InlineData("1。5", 1.5)]
    [InlineData("+1.5", 1.5)]
    [InlineData("＋１.５", 1.5)]
    [InlineData("-1.5", -1.5)]
    [InlineData("−1.5", -1.5)]
    [InlineData("－１．５", -1.5)]
    [InlineData(".5", 0.5)]
    [InlineData(",5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("007", 7)]
    [InlineData("3.05×10^-5", 3.05e-5)]
    [InlineData("3.05 × 10⁻⁵", 3.05e-5)]
    [InlineData("3.05*10^-5", 3.05e-5)]
    [InlineData("3.05x10-5", 3.05e-5)]
    [InlineData("921 600", 921600)]
    [InlineData("921\u2009600", 921600)]
    [InlineData("921\u202F600,5", 921600.5)]
    [InlineData("1'234'567", 1234567)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("0,123", 0.123)]
    [InlineData("1.234", 1.234)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("\u200E42\uFEFF", 42)]
    public void A_number_is_read_however_people_type_it(string text, double value) => Assert.Equal([value], TypedNumber.Readings(text, null));

    [Fact]
    public void A_comma_before_three_digits_may_be_a_decimal_comma_or_part_thousands_and_either_counts()
    {
        Assert.Equal([1.234, 1234], TypedNumber.Readings("1,234", null));
        Assert.Equal(1, Mark("921,600", new(921600, 0, false, null, [])));
        Assert.Equal(1, Mark("1,234", new(1.234, 0, false, null, [])));
        Assert.Equal(0, Mark("1.234", new(1234, 0, false, null, [])));
    }

    [Theory]
    [InlineData("900 tokens/s")]
    [InlineData("900tokens/s")]
    [InlineData("900 Tokens/S")]
    [InlineData("900 token/s", false)]
    [InlineData("900词/秒")]
    [InlineData("９００　词／秒")]
    [InlineData("9e2 词/秒")]
    [InlineData("900")]
    [InlineData("900 词", false)]
    [InlineData("900%", false)]
    public void The_unit_may_follow_in_either_language_and_no_other_unit(string text, bool readable = true) =>
        Assert.Equal(readable ? [900.0] : [], TypedNumber.Readings(text, Rate));

    [Theory]
    [InlineData("35%", 35)]
    [InlineData("35 ％", 35)]
    [InlineData("35", 35)]
    public void A_percent_sign_is_the_unit_where_the_question_has_it(string text, double value) =>
        Assert.Equal([value], TypedNumber.Readings(text, new("%", "%")));

    [Fact]
    public void Elsewhere_a_percentage_is_the_share_it_says()
    {
        Assert.Equal(1, Mark("35%", new(0.35, 0.001, false, null, [])));
        Assert.Equal(0, Mark("35", new(0.35, 0.001, false, null, [])));
    }

    [Fact]
    public void One_may_leave_out_the_plural_of_a_unit() => Assert.Equal([8.0], TypedNumber.Readings("8 byte", new("字节", "bytes")));

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1 2")]
    [InlineData("1,23,456")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("0,234,567")]
    [InlineData("1e999")]
    [InlineData("5²")]
    [InlineData("10/3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("--1")]
    [InlineData("1.5 or 2")]
    [InlineData("0x1F")]
    [InlineData(".")]
    [InlineData("%")]
    public void What_is_no_number_reads_as_none_and_earns_nothing(string text)
    {
        Assert.Empty(TypedNumber.Readings(text, null));
        Assert.Equal(0, Mark(text, new(1, 0.5, false, null, [])));
    }

    [Fact]
    public void The_longest_text_that_is_taken_is_read_in_no_time()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var part in (string[])["1 ", "1,", "1.", "e1", "1e", "×10^", "١", "'"])
            TypedNumber.Readings(string.Concat(Enumerable.Repeat(part, Choices.LongestNumber))[..Choices.LongestNumber], Rate);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
    }

    [Theory]
    [InlineData(0.0005, "0.0005")]
    [InlineData(921600, "921600")]
    [InlineData(-3.5, "−3.5")]
    [InlineData(3.05e-5, "3.05 × 10⁻⁵")]
    [InlineData(1.2e-12, "1.2 × 10⁻¹²")]
    public void Numbers_are_said_as_people_write_them(double value, string said) => Assert.Equal(said, Numbers.Say(value));

    private static double Mark(string text, Number number) =>
        Grading.Mark(QuestionKind.Numeric, new() { Stem = new("", ""), Explanation = new("", ""), Number = number }, [], [text]);
}
