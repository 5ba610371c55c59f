using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Storage;

/// <summary>Opens the stores of one engine; a front hands it to its session.</summary>
public interface IStoreFactory
{
    /// <summary>A store at a place. Nothing is opened yet.</summary>
    /// <param name="location">A file or an address, as the engine takes it.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.StorePathInvalid"/>.</exception>
    ISettingsStore Open(string location);
}
