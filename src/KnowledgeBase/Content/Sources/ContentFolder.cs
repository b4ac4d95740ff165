using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Content.Sources;

/// <summary>The content folder on disk. Only real, reasonably small files inside it are ever read.</summary>
internal sealed class ContentFolder(string root)
{
    /// <summary>The longest article has about 20 KB, the largest question file about 60, a figure about 50.</summary>
    private const int MaximumBytes = 512 * 1024;
    private const int MaximumFiles = 200;

    private readonly string _name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));

    /// <summary>A path as problems name it.</summary>
    public string Display(string relative) => relative.Length == 0 ? _name : $"{_name}/{relative}";

    public bool Has(string relative) => File.Exists(Path.Combine(root, relative));

    public SourceFile? Read(string relative, Problems problems) =>
        Bytes(new FileInfo(Path.Combine(root, relative)), relative, problems) is { } bytes
            ? SourceFile.Decode(Display(relative), bytes, problems)
            : null;

    /// <summary>The names of the folders in it, without what editors and tools leave behind.</summary>
    public IEnumerable<string> Folders(string relative) => new DirectoryInfo(Path.Combine(root, relative))
        .EnumerateDirectories().Select(folder => folder.Name).Where(name => !IsLeftover(name)).Order(StringComparer.Ordinal);

    /// <summary>All files of a section; null, with a problem, if there is no such folder.</summary>
    public SectionFolder? Section(string relative, Problems problems)
    {
        var folder = new DirectoryInfo(Path.Combine(root, relative));
        if (!folder.Exists)
            return null;

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (folder.Parent is { } chapter && IsLink(chapter, relative.Split('/')[0], problems))
            return new(Display(relative), relative, files);
        Collect(folder, relative, "", files, problems);
        return new(Display(relative), relative, files);
    }

    private void Collect(DirectoryInfo folder, string section, string prefix, SortedDictionary<string, byte[]> files, Problems problems)
    {
        if (IsLink(folder, $"{section}/{prefix}".TrimEnd('/'), problems))
            return;
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsLeftover(entry.Name)))
        {
            var name = prefix + entry.Name;
            if (entry is DirectoryInfo inner && name == "figures")
                Collect(inner, section, "figures/", files, problems);
            else if (entry is DirectoryInfo)
                problems.Warn(Display($"{section}/{name}"), 1, "A section has no folder but figures/; this one is not read.");
            else if (files.Count == MaximumFiles)
                problems.Add(Display(section), 1, $"A section has at most {MaximumFiles} files.");
            else if (Bytes((FileInfo)entry, $"{section}/{name}", problems) is { } bytes)
                files[name] = bytes;
        }
    }

    private byte[]? Bytes(FileInfo file, string relative, Problems problems)
    {
        if (!file.Exists)
        {
            problems.Add(Display(relative), 1, "The file is missing.");
            return null;
        }
        if (IsLink(file, relative, problems))
            return null;
        // Read no more than the limit, whatever the length said: the file may be growing, or be no real file at all.
        using var stream = file.OpenRead();
        var buffer = new byte[Math.Min(file.Length, MaximumBytes) + 1];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (file.Length <= MaximumBytes && read < buffer.Length)
            return buffer[..read];
        problems.Add(Display(relative), 1, $"The file is larger than {MaximumBytes / 1024} KB.");
        return null;
    }

    private bool IsLink(FileSystemInfo entry, string relative, Problems problems)
    {
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            return false;
        problems.Add(Display(relative), 1, "Symbolic links are not followed. Put the real file here.");
        return true;
    }

    private static bool IsLeftover(string name) => name[0] is '.' or '#' or '~' || name.EndsWith('~') || name == "__pycache__";
}

/// <summary>What lies in a section's folder.</summary>
/// <param name="Display">As problems name it.</param>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Files">By name relative to the section, with forward slashes.</param>
internal sealed record SectionFolder(string Display, string Path, SortedDictionary<string, byte[]> Files)
{
    public SourceFile? Read(string name, Problems problems)
    {
        if (Files.TryGetValue(name, out var bytes))
            return SourceFile.Decode($"{Display}/{name}", bytes, problems);
        problems.Add($"{Display}/{name}", 1, "The file is missing.");
        return null;
    }

    public string Hash(string version)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(version));
        foreach (var (name, bytes) in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
