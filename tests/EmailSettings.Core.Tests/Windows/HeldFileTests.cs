using EmailSettings.Core.Files;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Windows;

/// <summary>Files that another process has open, as virus scanners and OneDrive do after a write.</summary>
public sealed class HeldFileTests : IDisposable
{
    private const string OpenFilesMove = "Other systems rename and replace open files.";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_held_for_a_moment_is_replaced()
    {
        Skip.UnlessWindows(OpenFilesMove);
        var (target, next) = (_folder.Write("target", [1]), _folder.Write("next", [2]));
        using var holder = new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.Read);
        var waits = 0;
        HeldFile.Move(next, target, overwrite: true, _ =>
        {
            waits++;
            holder.Dispose();
        });
        Assert.Equal(1, waits);
        Assert.Equal([2], File.ReadAllBytes(target));
    }

    [Fact]
    public void A_file_that_remains_held_is_refused_after_some_attempts()
    {
        Skip.UnlessWindows(OpenFilesMove);
        var held = _folder.Write("held", [1]);
        using var holder = new FileStream(held, FileMode.Open, FileAccess.Read, FileShare.Read);
        var waits = 0;
        Assert.ThrowsAny<IOException>(() => HeldFile.Move(held, _folder.File("moved"), wait: _ => waits++));
        Assert.InRange(waits, 2, 100);
        Assert.True(File.Exists(held));
    }

    [Fact]
    public void A_file_that_is_missing_is_reported_at_once()
    {
        Assert.Throws<FileNotFoundException>(() => HeldFile.Move(_folder.File("missing"), _folder.File("moved"), wait: _ => Assert.Fail("It waited.")));
    }

    [Fact]
    public void A_file_that_is_read_can_be_renamed()
    {
        var file = _folder.Write("read", [1]);
        using var reader = HeldFile.OpenRead(file);
        HeldFile.Move(file, _folder.File("renamed"));
        Assert.Equal(1, reader.ReadByte());
    }

    [Fact]
    public void A_write_that_is_refused_leaves_nothing_behind()
    {
        var file = _folder.Write("there", [1]);
        Assert.ThrowsAny<IOException>(() => OwnerOnlyFile.Write(file, [2], overwrite: false));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Assert.Equal([1], File.ReadAllBytes(file));
        OwnerOnlyFile.Write(file, [2], overwrite: true);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Assert.Equal([2], File.ReadAllBytes(file));
    }
}
