namespace KnowledgeBase;

/// <summary>Test processes on one machine do not install things at the same time. Shared with the other test project, which installs too.</summary>
internal static class SetupTurn
{
    /// <summary>Ours until it is disposed.</summary>
    public static async Task<FileStream> WaitAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "knowledgebase-setup.lock");
        for (; ; )
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(500);
            }
        }
    }
}
