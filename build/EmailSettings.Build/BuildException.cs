namespace EmailSettings.Build;

/// <summary>Something in the repository that must be mended; the message names the file.</summary>
internal sealed class BuildException(string message) : Exception(message);
