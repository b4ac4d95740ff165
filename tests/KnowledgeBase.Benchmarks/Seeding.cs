using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Benchmarks;

/// <summary>Fills a database that the site made with attempts, by plain statements: a tenth of them one learner's, the rest of many.</summary>
internal sealed class Seeding(SqliteConnection connection, int attempts, int items)
{
    public const string Heavy = "heavy@example.org";
    public const string Light = "light@example.org";

    /// <summary>Of everybody but the heavy one.</summary>
    private const int AttemptsEach = 9;

    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(20260101);
    private long _serial;

    public static async Task<string> FillAsync(string database, int attempts, int items)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        Run(connection, "PRAGMA foreign_keys=OFF; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY;");
        var paper = new Seeding(connection, attempts, items).Fill();
        Run(connection, "PRAGMA journal_mode=WAL;");
        return paper;
    }

    /// <summary>The key of the paper that everybody sat.</summary>
    private string Fill()
    {
        using var transaction = connection.BeginTransaction();
        var papers = Papers();
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var learner = Prepared("""
            INSERT INTO "Learners" ("Id", "DisplayName", "Role", "CreatedAt", "RegisteredAt", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
            VALUES (@p0, @p1, 'Learner', @p2, @p2, @p3, @p3, @p4, @p5, 0, @p6, @p3, @p3, 0, 0, 1, 0)
            """, 7);
        var attempt = Prepared("""
            INSERT INTO "Attempts" ("Id", "LearnerId", "PaperKey", "PaperTitle", "Mode", "Language", "Seed", "Number", "StartedAt", "Deadline", "Multiplier", "ClosedAt", "Score", "MaximumScore")
            VALUES (@p0, @p1, @p2, '{"zh":"基准","en":"Benchmark"}', 'Exam', @p3, 1, @p4, @p5, @p6, 1, @p7, @p8, @p9)
            """, 10);
        var item = Prepared("""INSERT INTO "AttemptItems" ("AttemptId", "Position", "QuestionId", "VersionId", "OptionOrder", "Mark", "Seconds") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, 30)""", 6);
        var answer = Prepared("""INSERT INTO "Answers" ("AttemptId", "Position", "Seq", "Choices", "Flagged", "SavedAt") VALUES (@p0, @p1, 1, @p2, 0, @p3)""", 4);

        var hash = new PasswordHasher<object>().HashPassword(new(), BenchmarkSite.Password);
        var heavy = Person(Heavy);
        var heavyOnes = attempts / 10;
        var current = "";
        for (var i = 0; i < attempts; i++)
        {
            // The heavy learner's are spread over the whole time.
            var isHeavy = i % 10 == 0;
            var number = isHeavy ? (i / 10) + 1 : 1;
            var turn = isHeavy ? 0 : ((i - (i / 10) - 1) % AttemptsEach);
            if (!isHeavy && turn == 0)
                current = Person(i < 10 ? Light : $"learner{i}@example.org");
            var ability = _random.NextDouble();
            Sit(isHeavy ? heavy : current, papers[isHeavy ? i / 10 % 2 : turn % papers.Count], number, ability, Begin.AddSeconds(30L * i));
        }
        transaction.Commit();
        return papers[0].Key;

        string Person(string email)
        {
            var id = Id(Begin);
            Set(learner, id, "Benchmark", Begin.ToUnixTimeMilliseconds(), id, email, email.ToUpperInvariant(), hash);
            return people[email] = id;
        }

        void Sit(string who, SeedPaper paper, int number, double ability, DateTimeOffset closed)
        {
            var id = Id(closed);
            var time = closed.ToUnixTimeMilliseconds();
            var right = paper.Questions.Select(question => _random.NextDouble() < (ability + (1 - question.Hardness)) / 2).ToArray();
            Set(attempt, id, who, paper.Key, _serial % 3 == 0 ? "en" : "zh", number, time - 600_000, time + 300_000, time, (double)right.Count(one => one), right.Length);
            foreach (var (index, question) in paper.Questions.Index())
            {
                Set(item, id, index + 1, question.Question, question.Version, question.Order, right[index] ? 1.0 : 0.0);
                Set(answer, id, index + 1, right[index] ? question.Right : question.Wrong[_random.Next(question.Wrong.Length)], time - 60_000);
            }
        }
    }

    /// <summary>Ten of the book's papers, each with a fixed list of the book's questions.</summary>
    private List<SeedPaper> Papers()
    {
        var questions = new List<SeedQuestion>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = """SELECT q."Id", v."Id", v."Body" FROM "Questions" q JOIN "QuestionVersions" v ON v."Id" = q."CurrentVersion" WHERE v."Kind" = 'Single' AND NOT q."Retired" ORDER BY q."Key" LIMIT 200""";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var options = JsonDocument.Parse(row.GetString(2)).RootElement.GetProperty("options").EnumerateArray()
                    .Select(option => (Id: option.GetProperty("id").GetString()!, Correct: option.GetProperty("correct").GetBoolean())).ToArray();
                questions.Add(new(row.GetInt32(0), row.GetInt32(1), JsonSerializer.Serialize(options.Select(option => option.Id)),
                    options.Single(option => option.Correct).Id, [.. options.Where(option => !option.Correct).Select(option => option.Id)], _random.NextDouble()));
            }
        }
        var papers = new List<SeedPaper>();
        using var read = connection.CreateCommand();
        read.CommandText = """SELECT "Key" FROM "Papers" WHERE NOT "Retired" ORDER BY "Position", "Key" LIMIT 10""";
        using var keys = read.ExecuteReader();
        while (keys.Read())
            papers.Add(new(keys.GetString(0), [.. questions.Skip(papers.Count * items % Math.Max(1, questions.Count - items)).Take(items)]));
        return papers;
    }

    // As the site numbers them, later ones greater; made from a counter, so that a run can be repeated.
    private string Id(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeMilliseconds() >> 16:X8}-{time.ToUnixTimeMilliseconds() & 0xFFFF:X4}-7000-8000-{_serial++:X12}");

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record SeedQuestion(int Question, int Version, string Order, string Right, string[] Wrong, double Hardness);

    private sealed record SeedPaper(string Key, SeedQuestion[] Questions);
}
