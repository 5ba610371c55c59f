namespace EmailSettings.Benchmarks;

/// <summary>A folder for one measurement, deleted afterwards.</summary>
internal static class TemporaryFolder
{
    public static void With(Action<string> work)
    {
        var folder = Directory.CreateTempSubdirectory("emailsettings-bench-");
        try
        {
            work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
