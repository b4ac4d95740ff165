using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.History;
using KnowledgeBase.Interviews;
using KnowledgeBase.Learners;
using KnowledgeBase.Operations;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using KnowledgeBase.Statistics;
using KnowledgeBase.Storage;
using KnowledgeBase.Teams;

if (args is [SelfCheck.Argument])
    return await SelfCheck.RunAsync();

if (CommandLine.IsCommand(args))
    return await new CommandLine(Compose).With("user", UserCommands.Description, UserCommands.Make).RunAsync(args);

var app = Compose(args).Build();
app.MapOperations();
app.MapLearners();
app.MapQuizzes();
app.MapHistory();
app.MapStatistics();
app.MapInterviews();
app.MapTeams();
app.MapShell();
app.UseArticles();
app.UseQuizzes();
app.UseOperations();
app.UseShell();

return await app.ServeAsync();

static WebApplicationBuilder Compose(string[] settings)
{
    var builder = WebApplication.CreateBuilder(settings);
    builder.AddStorage();
    builder.AddContent();
    builder.AddArticles();
    builder.AddLearners();
    builder.AddQuestions();
    builder.AddQuizzes();
    builder.AddHistory();
    builder.AddStatistics();
    builder.AddInterviews();
    builder.AddTeams();
    builder.AddShell();
    builder.AddOperations();
    return builder;
}
