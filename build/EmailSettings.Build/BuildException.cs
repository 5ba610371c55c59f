namespace EmailSettings.Build;

/// <summary>An error in the repository; the message names the file.</summary>
internal sealed class BuildException(string message) : Exception(message);
