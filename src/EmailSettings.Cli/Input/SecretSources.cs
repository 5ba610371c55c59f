using System.CommandLine;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Input;

/// <summary>Secrets by purpose from environment variables and files.</summary>
internal sealed class SecretSources : IDisposable
{
    private const string Variable = "=env:";
    private const string File = "=file:";
    private readonly Dictionary<SecretPurpose, SecretText> _secrets = [];
    private readonly List<Finding> _faults = [];

    private SecretSources()
    {
    }

    public static Option<string[]> Option { get; } = new("--secret")
    {
        Description = "A secret of the document, from an environment variable or a file. Can be repeated.",
        HelpName = "PURPOSE=env:NAME|file:PATH",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The secrets, which are zeroed when this is disposed.</summary>
    public IReadOnlyDictionary<SecretPurpose, SecretText> Secrets => _secrets;

    /// <summary>Reads every source.</summary>
    /// <exception cref="EmailSettingsException">The sources that cannot be read, all of them.</exception>
    public static SecretSources Read(IReadOnlyList<string> sources)
    {
        var read = new SecretSources();
        for (var index = 0; index < sources.Count; index++) read.Add(sources[index], index + 1);
        if (read._faults.Count == 0) return read;
        read.Dispose();
        throw new EmailSettingsException(read._faults);
    }

    /// <summary>Zeroes the secrets.</summary>
    public void Dispose()
    {
        foreach (var secret in _secrets.Values) secret.Dispose();
    }

    private void Add(string source, int number)
    {
        var variableAt = source.IndexOf(Variable, StringComparison.OrdinalIgnoreCase);
        var fileAt = source.IndexOf(File, StringComparison.OrdinalIgnoreCase);
        var isVariable = variableAt >= 0 && (fileAt < 0 || variableAt < fileAt);
        var at = isVariable ? variableAt : fileAt;
        if (at < 0)
        {
            _faults.Add(CommandLineErrors.SecretSourceInvalid.At("--secret", number));
            return;
        }
        var (notation, place) = (source[..at], source[(at + (isVariable ? Variable : File).Length)..]);
        if (SecretPurpose.TryParse(notation) is not { } purpose)
            _faults.Add(SecretErrors.PurposeUnknown.At("--secret", notation));
        else if (_secrets.ContainsKey(purpose))
            _faults.Add(CommandLineErrors.SecretGivenTwice.At("--secret", purpose));
        else if ((isVariable ? FromVariable(purpose, place) : FromFile(place)) is { } secret)
            _secrets.Add(purpose, secret);
    }

    private SecretText? FromVariable(SecretPurpose purpose, string name)
    {
        if (name.Length > 0 && Environment.GetEnvironmentVariable(name) is { } value) return SecretText.FromChars(value);
        _faults.Add(CommandLineErrors.EnvironmentVariableMissing.At(purpose.ToString(), name));
        return null;
    }

    private SecretText? FromFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return SecretText.ReadFrom(file, dropFinalLineEnd: true);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            _faults.Add(StoreErrors.FileNotFound.At("--secret", path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _faults.Add(StoreErrors.FileUnusable.At("--secret", path, detail: error.Message));
        }
        return null;
    }
}
