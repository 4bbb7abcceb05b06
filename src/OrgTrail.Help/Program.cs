File.WriteAllText(args[2], "<helpItems/>");
