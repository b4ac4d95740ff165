using KnowledgeBase.History.Cards;

namespace KnowledgeBase.Tests.History;

public class FsrsTests
{
    private static readonly Grade[] Grades = [Grade.Again, Grade.Hard, Grade.Good, Grade.Easy];

    private static Memory Run(params (int Days, Grade Grade)[] answers)
    {
        Memory? memory = null;
        foreach (var (days, grade) in answers)
            memory = memory is null ? Fsrs.Default.First(grade) : Fsrs.Default.Next(memory, grade, days);
        return memory!;
    }

    [Fact]
    public void The_published_check_comes_out()
    {
        var memory = Run((0, Grade.Again), (0, Grade.Good), (1, Grade.Good), (3, Grade.Good), (8, Grade.Good), (21, Grade.Good));

        // The published figures were computed in single precision, whose seventh digit is noise; in double they are 53.626903 and 6.357487.
        Assert.Equal(1, memory.Stability / 53.62691, 6);
        Assert.Equal(1, memory.Difficulty / 6.3574867, 6);
    }

    /// <summary>The formulas once more, written down from their text and not from the code.</summary>
    private sealed class Again
    {
        private static readonly double[] W =
            [.212, 1.2931, 2.3065, 8.2956, 6.4133, .8334, 3.0194, .001, 1.8722, .1666, .796, 1.4835, .0614, .2629, 1.6483, .6014, 1.8729, .5425, .0912, .0658, .1542];

        public double S { get; private set; } = double.NaN;
        public double D { get; private set; }

        public void Answer(int g, int t)
        {
            var (e, decay) = (Math.E, -W[20]);
            var factor = Math.Pow(0.9, 1 / decay) - 1;
            if (double.IsNaN(S))
            {
                S = W[g - 1];
                D = Math.Clamp(W[4] - Math.Pow(e, W[5] * (g - 1)) + 1, 1, 10);
                return;
            }
            var (s, d) = (S, D);
            var r = Math.Pow(1 + factor * t / s, decay);
            var easy = W[4] - Math.Pow(e, W[5] * 3) + 1;
            D = Math.Clamp(W[7] * easy + (1 - W[7]) * (d - W[6] * (g - 3) * (10 - d) / 9), 1, 10);
            if (t == 0)
            {
                var grow = Math.Pow(e, W[17] * (g - 3 + W[18])) * Math.Pow(s, -W[19]);
                S = s * (g >= 2 && grow < 1 ? 1 : grow);
            }
            else if (g == 1)
            {
                var forgot = W[11] * Math.Pow(d, -W[12]) * (Math.Pow(s + 1, W[13]) - 1) * Math.Pow(e, W[14] * (1 - r));
                S = Math.Min(forgot, s / Math.Pow(e, W[17] * W[18]));
            }
            else
            {
                var gain = Math.Pow(e, W[8]) * (11 - d) * Math.Pow(s, -W[9]) * (Math.Pow(e, W[10] * (1 - r)) - 1);
                if (g == 2)
                    gain *= W[15];
                if (g == 4)
                    gain *= W[16];
                S = s * (1 + gain);
            }
            S = Math.Clamp(S, .001, 36500);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_long_random_life_agrees_with_the_formulas_written_again(int seed)
    {
        var random = new Random(seed);
        for (var life = 0; life < 50; life++)
        {
            var again = new Again();
            Memory? memory = null;
            for (var step = 0; step < 200; step++)
            {
                var grade = Grades[random.Next(4)];
                var days = random.Next(3) switch { 0 => 0, 1 => random.Next(1, 10), _ => random.Next(1, 2000) };
                memory = memory is null ? Fsrs.Default.First(grade) : Fsrs.Default.Next(memory, grade, days);
                again.Answer((int)grade, days);

                Assert.Equal(1, memory.Stability / again.S, 9);
                Assert.Equal(again.D, memory.Difficulty, 9);
                Assert.InRange(memory.Stability, .001, 36_500);
                Assert.InRange(memory.Difficulty, 1, 10);
                Assert.InRange(Fsrs.Default.Interval(memory.Stability), 1, 36_500);
            }
        }
    }

    [Fact]
    public void A_better_answer_never_leaves_a_weaker_memory_nor_a_harder_card()
    {
        var random = new Random(5);
        for (var step = 0; step < 5000; step++)
        {
            var before = new Memory(Math.Exp(random.NextDouble() * 17 - 6.9), 1 + 9 * random.NextDouble());
            var days = random.Next(4) == 0 ? 0 : random.Next(1, 3000);
            var after = Grades.Select(grade => Fsrs.Default.Next(before, grade, days)).ToArray();

            for (var better = 1; better < 4; better++)
            {
                Assert.True(after[better].Stability >= after[better - 1].Stability, $"{before} after {days} days: {Grades[better]} is weaker than {Grades[better - 1]}.");
                Assert.True(after[better].Difficulty <= after[better - 1].Difficulty);
            }
            Assert.True(after[0].Stability <= before.Stability || before.Stability < .0011);
            Assert.True(after[1].Stability >= before.Stability || before.Stability >= 36_500);
        }
    }

    [Fact]
    public void Recall_falls_with_time_and_is_nine_tenths_after_as_many_days_as_the_stability()
    {
        foreach (var stability in (double[])[.001, .5, 1, 7.3, 100, 36_500])
        {
            Assert.Equal(1, Fsrs.Default.Recall(0, stability), 12);
            Assert.Equal(.9, Fsrs.Default.Recall(stability, stability), 12);
            Assert.True(Fsrs.Default.Recall(2 * stability, stability) < .9);
        }
    }

    [Theory]
    [InlineData(.001, 1)]
    [InlineData(1.4, 1)]
    [InlineData(10, 10)]
    [InlineData(53.62691, 54)]
    [InlineData(36_500, 36_500)]
    public void At_nine_tenths_the_interval_is_the_stability_in_whole_days(double stability, int days) => Assert.Equal(days, Fsrs.Default.Interval(stability));

    [Fact]
    public void Wanting_to_recall_more_means_coming_back_sooner()
    {
        int[] intervals = [.. new[] { .7, .8, .9, .95, .99 }.Select(retention => Fsrs.Default.Interval(100, retention))];

        Assert.Equal(intervals.OrderDescending(), intervals);
        Assert.Equal(36_500, Fsrs.Default.Interval(30_000, .5));
    }
}
