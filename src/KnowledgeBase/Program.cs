using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.History;
using KnowledgeBase.Learners;
using KnowledgeBase.Operations;
using KnowledgeBase.Questions;
using KnowledgeBase.Quizzes;
using KnowledgeBase.Shell;
using KnowledgeBase.Storage;

if (args is [SelfCheck.Argument])
    return await SelfCheck.RunAsync();

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddContent();
builder.AddArticles();
builder.AddLearners();
builder.AddQuestions();
builder.AddQuizzes();
builder.AddHistory();
builder.AddShell();
builder.AddOperations();

var app = builder.Build();
app.MapOperations();
app.MapLearners();
app.MapQuizzes();
app.MapHistory();
app.MapShell();
app.UseQuizzes();
app.UseShell();

return await app.ServeAsync();
