using KnowledgeBase.Articles;
using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Operations;
using KnowledgeBase.Shell;
using KnowledgeBase.Storage;

if (args is [SelfCheck.Argument])
    return await SelfCheck.RunAsync();

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddContent();
builder.AddArticles();
builder.AddLearners();
builder.AddShell();
builder.AddOperations();

var app = builder.Build();
app.MapOperations();
app.MapLearners();
app.MapShell();
app.UseShell();

return await app.ServeAsync();
