namespace EmailSettings.Cli.Completion;

/// <summary>The scripts that make shells call this program for completions.</summary>
internal static class CompletionScripts
{
    // Readline breaks words at '=', so the part before it is removed from the completions.
    private const string Bash = """
        _emailsettings() {
          local line=${COMP_LINE:0:COMP_POINT} offer cut word
          word=${line##* }
          cut=${word%"${word##*=}"}
          COMPREPLY=()
          while IFS= read -r offer; do
            COMPREPLY+=("$(printf '%q' "${offer#"$cut"}")")
          done < <("${COMP_WORDS[0]}" complete "$line" 2>/dev/null)
          [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
          return 0
        }
        complete -o default -F _emailsettings emailsettings

        """;

    private const string Zsh = """
        #compdef emailsettings
        _emailsettings() {
          local -a offers fields
          offers=("${(@f)$(${words[1]} complete "${LBUFFER}" 2>/dev/null)}")
          fields=(${(M)offers:#*=})
          offers=(${offers:#*=})
          (( ${#fields} )) && compadd -S '' -a fields
          (( ${#offers} )) && compadd -a offers
          (( ${#fields} + ${#offers} )) || _files
        }
        compdef _emailsettings emailsettings

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName emailsettings -ScriptBlock {
            param($WordToComplete, $CommandAst, $CursorPosition)
            $typed = $CommandAst.ToString()
            $length = $CursorPosition - $CommandAst.Extent.StartOffset
            $line = $typed.PadRight([Math]::Max($length, 0)).Substring(0, [Math]::Max($length, 0))
            & $CommandAst.CommandElements[0].ToString() complete $line 2>$null | ForEach-Object {
                $text = if ($_ -match '[\s''"`$;|&(){}@#,]') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
                [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>Gets each shell with its script and how to use it.</summary>
    public static IReadOnlyList<(string Shell, string Script, string Use)> All { get; } =
    [
        ("bash", Bash, "For bash: source <(emailsettings completion bash), in ~/.bashrc."),
        ("zsh", Zsh, "For zsh: source <(emailsettings completion zsh), in ~/.zshrc after compinit."),
        ("powershell", PowerShell, "For PowerShell: emailsettings completion powershell | Out-String | Invoke-Expression, in $PROFILE."),
    ];
}
