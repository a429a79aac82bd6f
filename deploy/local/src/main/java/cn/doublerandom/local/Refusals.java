package cn.doublerandom.local;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How every command says that it did not do what it was asked: Chinese first, English second, never
 * a stack trace; and the exit status.
 */
final class Refusals {
  /** What was asked is not done, or what was looked at does not hold. */
  static final int NOT_DONE = 1;

  /** The command line is wrong; nothing was looked at. */
  static final int WRONG_LINE = 2;

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** What a value must be, by the type it is read as. */
  private static final Map<Class<?>, String> FORMS =
      Map.of(
          LocalDate.class, "应为 YYYY-MM-DD 的日期 must be a day as YYYY-MM-DD",
          Integer.class, "应为整数 must be a whole number",
          int.class, "应为整数 must be a whole number",
          Long.class, "应为整数 must be a whole number",
          long.class, "应为整数 must be a whole number",
          boolean.class, "不带值 takes no value",
          URI.class, "应为网址 must be an address, as in http://localhost:8080",
          Path.class, "应为文件或目录名 must be the name of a file or directory");

  private Refusals() {}

  /** Of a command that was begun. */
  static int of(Exception failure, CommandLine command) {
    command.getErr().println("suite: " + words(failure));
    if (failure instanceof Refused refused) {
      if (refused.status() == WRONG_LINE) {
        help(command);
      }
      return refused.status();
    }
    return NOT_DONE;
  }

  /** Of a command line that could not be read. */
  static int of(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("suite: " + line(wrong));
    help(command);
    return WRONG_LINE;
  }

  private static void help(CommandLine command) {
    boolean isRoot = command.getParent() == null;
    command
        .getErr()
        .println(
            "请看说明 please see ./"
                + command.getCommandSpec().qualifiedName()
                + (isRoot ? " help" : " --help"));
  }

  private static String line(ParameterException wrong) {
    return switch (wrong) {
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          "缺少选项或它的值 what is missing: " + names(missing.getMissing());
      case UnmatchedArgumentException unknown ->
          "没有这个命令、选项或参数 nobody knows here: " + String.join(" ", unknown.getUnmatched());
      case OverwrittenOptionException twice ->
          "同一选项写了两次 given twice or more: " + names(List.of(twice.getOverwritten()));
      default -> value(wrong);
    };
  }

  private static String value(ParameterException wrong) {
    ArgSpec argument = wrong.getArgSpec();
    Map<String, CommandLine> below = wrong.getCommandLine().getSubcommands();
    if (argument == null && !below.isEmpty()) {
      String names =
          below.entrySet().stream()
              .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", "));
      return "须写明命令 please say which command: " + names;
    } else if (argument == null) {
      return "命令行不对 wrong command line: " + wrong.getMessage();
    }
    String form = FORMS.getOrDefault(argument.type(), "的值不对 has a wrong value");
    String got = wrong.getValue();
    return names(List.of(argument))
        + " "
        + form
        + (got == null ? "" : "; got " + got.replaceAll("\\p{Cntrl}", "?"));
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(argument ->
            argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
        .collect(Collectors.joining(", "));
  }

  /** What went wrong, in words: of a missing file the JDK says only the name. */
  static String words(@Nullable Throwable failure) {
    String message = failure == null ? null : failure.getMessage();
    return switch (failure) {
      case NoSuchFileException missing -> "没有文件或目录 no such file or directory: " + missing.getFile();
      case FileAlreadyExistsException there -> "文件已经存在 it exists already: " + there.getFile();
      case AccessDeniedException denied -> "没有权限 no permission to use " + denied.getFile();
      case NotDirectoryException file -> "不是目录 not a directory: " + file.getFile();
      case FileSystemException other -> "文件无法读写 cannot be read or written: " + other.getMessage();
      case ZipException broken -> "不是备份文件，或文件已损坏 not a backup, or a broken one: " + message;
      case ConnectException away -> "连不上，系统启动了吗？ nobody answers there; is the suite up?";
      case HttpTimeoutException late -> "没有按时应答，请稍后再试 no answer in time; please try again later";
      case UncheckedIOException wrapped -> words(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null -> words(wrapped.getCause());
      case SQLException database -> "数据库没有照办 the database refused: " + message;
      case null, default ->
          message != null && CHINESE.matcher(message).find()
              ? message
              : "没有完成，请将此行和数据目录中的 logs/ 交给维护人员"
                  + " it was not finished; give this line and logs/ of the data to who maintains it: "
                  + failure;
    };
  }
}
