using System.Security.Principal;

namespace EmailSettings.Core.Tests.Windows;

/// <summary>A test that writes where only an administrator of Windows may.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WindowsAdministratorFactAttribute : FactAttribute
{
    public WindowsAdministratorFactAttribute()
    {
        if (!OperatingSystem.IsWindows())
        {
            Skip = "Needs Windows.";
            return;
        }
        using var identity = WindowsIdentity.GetCurrent();
        if (!new WindowsPrincipal(identity).IsInRole(WindowsBuiltInRole.Administrator)) Skip = "Needs an administrator.";
    }
}
