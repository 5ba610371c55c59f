using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>
/// Findings for missing values. Their next steps name the settings only if a setting holds the value, and contain parameter and
/// option literally, so that the command line can name its own first.
/// </summary>
internal static class MissingValues
{
    /// <summary>A value that is a setting is missing.</summary>
    /// <param name="what">What is missing.</param>
    /// <param name="how">The parameter and the option to specify it.</param>
    public static Finding OfSettings(string what, string how) => SettingsFindings.SettingsIncomplete.At(value: what, detail: how) with
    {
        StepTemplate = $"Specify {{value}} in the settings, or with this call ({how}).",
    };

    /// <summary>A value that only a call can specify is missing.</summary>
    /// <inheritdoc cref="OfSettings"/>
    public static Finding OfCall(string what, string how) => OfCall(what, how, alternative: "");

    /// <summary>The password of the user who logs in is missing.</summary>
    public static Finding Password(TestAuthentication authentication) =>
        OfCall("the user's password", "-Credential, '--user' and '--password-stdin'",
            authentication == TestAuthentication.OAuthUser ? ", or sign in with -DeviceCode ('--device-code')" : "");

    /// <summary>The client secret of an application that is not in the settings is missing.</summary>
    public static Finding ClientSecret() => OfCall("the application's client secret", "-ClientSecret, '--secret-stdin'");

    /// <summary>The stored settings cannot test a server that users log in to.</summary>
    public static Finding UserOfStoredServer() => SettingsFindings.SettingsIncomplete.At(value: "the password of a user") with
    {
        Severity = Severity.Info,
        CauseTemplate = "The test needs {value}, which is never stored.",
        StepTemplate = "Test the server by itself with Test-IncomingMailServer -Credential ('emailsettings test incoming NAME --user USER --password-stdin').",
    };

    private static Finding OfCall(string what, string how, string alternative) => SettingsFindings.SettingsIncomplete.At(value: what, detail: how) with
    {
        CauseTemplate = "The test needs {value}, but this call does not specify it.",
        StepTemplate = $"Specify {{value}} with this call ({how}){alternative}.",
    };
}
