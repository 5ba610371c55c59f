using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Opens the stores of one engine; front ends pass it to their session.</summary>
public interface IStoreFactory
{
    /// <summary>Creates a store for a location without opening it.</summary>
    /// <param name="location">A file path or an address, depending on the engine.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    ISettingsStore Open(string location);
}
