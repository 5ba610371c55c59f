using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using EmailSettings.Core.Findings;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>Prompts for a secret through PowerShell's host, without echo.</summary>
internal static class SecretPrompt
{
    /// <summary>Prompts for the secret; the caller disposes it.</summary>
    /// <param name="cmdlet">The cmdlet that needs it.</param>
    /// <param name="parameter">The parameter that was not specified.</param>
    /// <param name="shown">What the secret is for.</param>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.ValueRequired"/> if the host cannot prompt.</exception>
    /// <exception cref="PipelineStoppedException">The prompt was cancelled.</exception>
    public static SecureString AskForSecret(this EmailSettingsCmdlet cmdlet, string parameter, string shown)
    {
        var field = new FieldDescription(parameter);
        field.SetParameterType(typeof(SecureString));
        try
        {
            return cmdlet.Host.UI.Prompt("", shown, new Collection<FieldDescription> { field }) is { } answers && answers.TryGetValue(parameter, out var answer)
                && answer?.BaseObject is SecureString secret
                    ? secret
                    : throw new PipelineStoppedException();
        }
        // Each host has its own exception for this.
        catch (Exception e) when (e is HostException or InvalidOperationException or NotImplementedException)
        {
            throw SettingsErrors.ValueRequired.Error(char.ToLowerInvariant(parameter[0]) + parameter[1..], limit: $"a SecureString as -{parameter}", detail: "where nobody can be asked for it", inner: e);
        }
    }
}
