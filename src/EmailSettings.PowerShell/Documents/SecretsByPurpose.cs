using System.Collections;
using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Documents;

/// <summary>
/// The secrets passed with a document, each a SecureString or PSCredential by purpose; zeroed when the cmdlet is done.
/// </summary>
internal sealed class SecretsByPurpose : IDisposable
{
    private readonly Dictionary<SecretPurpose, SecretText> _secrets = [];

    /// <summary>Reads the hashtable.</summary>
    /// <exception cref="EmailSettingsException">A key is not a purpose, or a value is neither a SecureString nor a PSCredential;
    /// all of them are listed.</exception>
    public SecretsByPurpose(IDictionary? given)
    {
        var faults = new List<Finding>();
        foreach (DictionaryEntry pair in given ?? new Hashtable())
        {
            var notation = Convert.ToString(pair.Key, System.Globalization.CultureInfo.InvariantCulture);
            if (SecretPurpose.TryParse(notation) is not { } purpose) faults.Add(SecretErrors.PurposeUnknown.At("secret", notation));
            else if (SecretInputAttribute.Read(pair.Value is PSObject wrapped ? wrapped.BaseObject : pair.Value) is not { } text) faults.Add(SecretErrors.SecretNotSecure.At(purpose.ToString()));
            else _secrets[purpose] = SecretText.FromSecureString(text);
        }
        if (faults.Count == 0) return;
        Dispose();
        throw new EmailSettingsException(faults);
    }

    public IReadOnlyDictionary<SecretPurpose, SecretText> All => _secrets;

    public void Dispose()
    {
        foreach (var secret in _secrets.Values) secret.Dispose();
    }
}
