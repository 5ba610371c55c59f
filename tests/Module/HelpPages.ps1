# What the help tests read from docs/cmdlets, independently of the generator under test.

function Get-HelpPage {
    param([Parameter(Mandatory)] [string] $Pages)
    foreach ($file in Get-ChildItem -Path $Pages -Filter '*-*.md') {
        $text = (Get-Content -LiteralPath $file -Raw).Replace("`r", '')
        $sections = @{}
        # Code blocks contain no headings: code is PowerShell, whose comments have text after a single '#'.
        [regex]::Split($text, '(?m)^## ') | Select-Object -Skip 1 | ForEach-Object { $name, $body = $_ -split '\n', 2; $sections[$name.Trim()] = $body }
        [pscustomobject]@{
            Name       = $file.BaseName
            Synopsis   = ($text -split '\n\n')[1].Trim()
            Parameters = @([regex]::Matches($sections['Parameters'], '(?m)^### -(\w+)').ForEach({ $_.Groups[1].Value }))
            Links      = @([regex]::Matches($sections['Links'], '\[([^\]]+)\]\(([^)]+)\)').ForEach({ @{ Text = $_.Groups[1].Value; Target = $_.Groups[2].Value } }))
            Examples   = @([regex]::Matches($sections['Examples'], '(?ms)^### (?<title>[^\n]+)\n.*?^```powershell(?<marks>[^\n]*)\n(?<code>.*?)^```').ForEach({
                        [pscustomobject]@{ Title = $_.Groups['title'].Value; Marks = @(-split $_.Groups['marks'].Value); Code = $_.Groups['code'].Value }
                    }))
            Titles     = @([regex]::Matches($sections['Examples'], '(?m)^### ([^\n]+)').ForEach({ $_.Groups[1].Value }))
        }
    }
}

function Get-HelpExample {
    param([Parameter(Mandatory)] [string] $Pages)
    foreach ($page in Get-HelpPage -Pages $Pages) {
        foreach ($example in $page.Examples) {
            [pscustomobject]@{ Name = "$($page.Name): $($example.Title)"; Code = $example.Code; Marks = $example.Marks }
        }
    }
}
