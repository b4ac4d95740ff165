using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Content;
using KnowledgeBase.History.Cards;
using KnowledgeBase.Learners;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Storage;
using KnowledgeBase.Tests.Articles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Tests.History;

/// <summary>The whole site with people and attempts put straight into its database, each at the time a test needs.</summary>
public sealed class HistorySite : SmallBook
{
    /// <summary>One site for all tests of the history: every test brings its own people and chapters, and none moves the clock.</summary>
    public const string Shared = "history";

    internal QueryRecorder Recorder { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<KnowledgeDb>(options => options.AddInterceptors(Recorder)));
    }

    /// <summary>One browser, signed in as this learner; <paramref name="zone"/> is what the page's script would have told.</summary>
    internal async Task<HttpClient> BrowserOfAsync(Guid learner, string? zone = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Learner>>();
        var principal = await signIn.CreateUserPrincipalAsync((await signIn.UserManager.FindByIdAsync(learner.ToString()))!);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(14) };
        var ticket = options.TicketDataFormat.Protect(new(principal, properties, IdentityConstants.ApplicationScheme));
        var browser = Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"__Host-learner={ticket}" + (zone is null ? "" : $"; zone={zone}"));
        return browser;
    }

    internal static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address = "/en/history")
    {
        using var response = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Opens a page for its token, then sends a form to this address.</summary>
    internal static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(browser, page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
            .Append(new("__RequestVerificationToken", token))), TestContext.Current.CancellationToken);
    }

    internal async Task<Guid> LearnerAsync(bool registered = true)
    {
        await using var db = await OpenDatabaseAsync();
        var id = Guid.CreateVersion7();
        db.Add(new Learner
        {
            Id = id,
            UserName = $"{id:N}",
            NormalizedUserName = $"{id:N}".ToUpperInvariant(),
            SecurityStamp = $"{id:N}",
            CreatedAt = Clock.GetUtcNow(),
            RegisteredAt = registered ? Clock.GetUtcNow() : null,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>A chapter of one section with so many questions, in the book at once.</summary>
    internal async Task<Question[]> ChapterAsync(string chapter, int questions)
    {
        await using var db = await OpenDatabaseAsync();
        db.Add(new Chapter { Slug = chapter, Position = 100, Title = Both(chapter), Summary = Both("") });
        db.Add(new Section { Slug = chapter + "-section", Chapter = chapter, Position = 1, Title = Both(chapter), Short = Both(chapter) });
        var added = new List<Question>();
        for (var number = 1; number <= questions; number++)
        {
            var question = new Question { Key = $"{chapter}-section/{number}", Section = chapter + "-section" };
            db.Add(question);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            var version = new QuestionVersion
            {
                QuestionId = question.Id,
                Number = 1,
                Hash = $"{chapter}{number}",
                Kind = QuestionKind.Single,
                Difficulty = 1,
                Seconds = 60,
                Anchor = "a",
                Tags = [],
                Body = new() { Stem = Both("?"), Explanation = Both("!"), Options = [new("a", true, Both("yes"), Both("so")), new("b", false, Both("no"), Both("not so"))] },
            };
            db.Add(version);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            question.CurrentVersion = version.Id;
            added.Add(question);
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Services.GetRequiredService<Book>().Forget();
        return [.. added];
    }

    /// <summary>An attempt of ten minutes; its score is the sum of the marks.</summary>
    internal async Task<Guid> ClosedAsync(Guid learner, DateTimeOffset closed, string title, params (Question Question, double Mark)[] items) =>
        (await ClosedAsync(learner, items, [(closed, title)])).Single();

    /// <summary>The same answers again and again, stored at once.</summary>
    internal async Task<Guid[]> ClosedAsync(Guid learner, (Question Question, double Mark)[] items, (DateTimeOffset Closed, string Title)[] attempts)
    {
        await using var db = await OpenDatabaseAsync();
        var ids = attempts.Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var (id, (closed, title)) in ids.Zip(attempts))
        {
            db.Add(new Attempt
            {
                Id = id,
                LearnerId = learner,
                PaperKey = "paper",
                PaperTitle = Both(title),
                Mode = AttemptMode.Exam,
                Language = "en",
                Seed = 1,
                StartedAt = closed.AddMinutes(-10),
                Deadline = closed.AddMinutes(5),
                Multiplier = 1,
                ClosedAt = closed,
                Score = items.Sum(item => item.Mark),
                MaximumScore = items.Length,
            });
            db.AddRange(items.Select((item, index) => new AttemptItem
            {
                AttemptId = id,
                Position = index + 1,
                QuestionId = item.Question.Id,
                VersionId = item.Question.CurrentVersion,
                OptionOrder = ["a", "b"],
                Mark = item.Mark,
            }));
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Services.GetRequiredService<CardReplay>().ReplayAsync(learner, TestContext.Current.CancellationToken);
        return ids;
    }

    /// <summary>An exam answered and closed by the site itself, at a time of its own; an empty choice is no answer.</summary>
    internal async Task<Guid> SatAsync(Guid learner, DateTimeOffset closed, params (Question Question, string Choice)[] answers) => await SatAsync(learner, closed, null, answers);

    internal async Task<Guid> SatAsync(Guid learner, DateTimeOffset closed, int? passMark, (Question Question, string Choice)[] answers)
    {
        var id = Guid.CreateVersion7();
        await using (var db = await OpenDatabaseAsync())
        {
            db.Add(new Attempt
            {
                Id = id,
                LearnerId = learner,
                PaperKey = "paper",
                PaperTitle = Both("sat"),
                Mode = AttemptMode.Exam,
                Language = "en",
                Seed = 1,
                Rules = passMark is null ? PaperRules.None : new() { PassMark = passMark },
                Number = 1 + await db.Set<Attempt>().CountAsync(attempt => attempt.LearnerId == learner, TestContext.Current.CancellationToken),
                StartedAt = closed.AddMinutes(-10),
                Deadline = null,
                Multiplier = 0,
                MaximumScore = answers.Length,
            });
            foreach (var (index, (question, choice)) in answers.Index())
            {
                db.Add(new AttemptItem { AttemptId = id, Position = index + 1, QuestionId = question.Id, VersionId = question.CurrentVersion, OptionOrder = ["a", "b"] });
                if (choice.Length > 0)
                    db.Add(new Answer { AttemptId = id, Position = index + 1, Seq = 1, Choices = choice, Flagged = false, Confidence = 0, SavedAt = closed.AddMinutes(-9 + index) });
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var sheet = await Services.GetRequiredService<AttemptCatalog>().SheetAsync(id);
        await Services.GetRequiredService<AttemptClosing>().CloseAsync(sheet!, closed);
        return id;
    }

    internal async Task<Guid> RunningAsync(Guid learner, string title, DateTimeOffset? deadline)
    {
        var id = Guid.CreateVersion7();
        await using var db = await OpenDatabaseAsync();
        db.Add(new Attempt
        {
            Id = id,
            LearnerId = learner,
            PaperKey = "paper",
            PaperTitle = Both(title),
            Mode = deadline is null ? AttemptMode.Practice : AttemptMode.Exam,
            Language = "en",
            Seed = 1,
            StartedAt = Clock.GetUtcNow().AddMinutes(-10),
            Deadline = deadline,
            Multiplier = 1.5,
            MaximumScore = 10,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    internal static Bilingual Both(string text) => new(text, text);
}

[CollectionDefinition(HistorySite.Shared)]
public sealed class SharedHistorySite : ICollectionFixture<HistorySite>;
