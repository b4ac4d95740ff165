using KnowledgeBase.Content;
using KnowledgeBase.Learners;
using KnowledgeBase.Operations;
using KnowledgeBase.Shell;
using KnowledgeBase.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddContent();
builder.AddLearners();
builder.AddShell();
builder.AddOperations();

var app = builder.Build();
app.UseShell();
app.MapShell();

await app.PrepareAsync();
await app.RunAsync();
