using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Protects the secrets of one change with the certificate that the change leaves in force.</summary>
internal interface ISecretSealer : IDisposable
{
    /// <summary>Protects a text.</summary>
    /// <exception cref="EmailSettingsException">No usable certificate, or a text that is not allowed.</exception>
    StoredSecret Seal(SecretKey key, SecretPurpose purpose, SecretText text);

    /// <summary>Checks a text that is protected already, as far as this host can; warns where it cannot.</summary>
    /// <exception cref="EmailSettingsException">The text is no protected text, or is for another purpose.</exception>
    StoredSecret Accept(SecretKey key, SecretPurpose purpose, string protectedText);

    /// <summary>A protected text holds what is stored already, as far as this host can open both.</summary>
    bool IsStored(SecretKey key, SecretPurpose purpose, string protectedText);
}
