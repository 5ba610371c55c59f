namespace EmailSettings.Cli.Tests;

/// <summary>A home in which the example was set up, with all its secrets.</summary>
public sealed class ContosoHome : CommandLineHome
{
    public const string IncomingSecret = "incoming.secret:Contoso sales";

    public ContosoHome()
    {
        Variables["CONTOSO_SECRET"] = "client secret of sales";
        var file = Write("password.txt", "mail password\r\n");
        First = Run("init", "--from", Contoso, "--output", "json", "--secret", $"{IncomingSecret}=env:CONTOSO_SECRET", "--secret", $"outgoing.password=file:{file}");
    }

    /// <summary>The answer of the first setup.</summary>
    internal Answer First { get; }
}
