package cn.doublerandom.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command writes of an office is its owner's alone, from the first moment on. */
class PrivateFileTest {
  /** What everybody may have, and what is built. */
  private static final Set<String> PUBLIC =
      Set.of("Export", "ExportSums", "NoticeLogFiles", "TileFiles", "PublicBundles", "CopyNamed");

  private static final Set<String> MAKING =
      Set.of(
          "createDirectories",
          "createDirectory",
          "createFile",
          "createTempDirectory",
          "createTempFile",
          "copy",
          "newBufferedWriter",
          "newByteChannel",
          "newOutputStream",
          "write",
          "writeString");

  @TempDir Path temporary;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static ArchRule makesOnlyWhatIsClosed(Set<String> besides) {
    DescribedPredicate<JavaCall<?>> making =
        DescribedPredicate.describe(
            "that makes a file or a directory",
            call -> {
              boolean ofBuild = call.getOrigin().getFullName().contains("Suite.train(");
              boolean byFiles =
                  call.getTargetOwner().isEquivalentTo(Files.class)
                      && MAKING.contains(call.getName());
              return !ofBuild
                  && (byFiles || call.getTargetOwner().isEquivalentTo(FileOutputStream.class));
            });
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "commands",
                type ->
                    !type.getSimpleName().equals("PrivateFile")
                        && !besides.contains(type.getSimpleName())))
        .should()
        .callCodeUnitWhere(making);
  }

  @Test
  void every_file_a_command_makes_is_made_closed_but_those_that_are_public_on_purpose() {
    var commands = new ClassFileImporter().importPaths(Path.of("target/classes"));
    assertThat(commands).hasSizeGreaterThan(80);
    assertThat(makesOnlyWhatIsClosed(PUBLIC).evaluate(commands).getFailureReport().getDetails())
        .isEmpty();
    assertThat(makesOnlyWhatIsClosed(Set.of()).evaluate(commands).getFailureReport().getDetails())
        .as("what is public is seen")
        .anyMatch(fault -> fault.contains("Export"))
        .anyMatch(fault -> fault.contains("TileFiles"));
  }

  @Test
  void directories_and_files_are_closed_as_they_come_whatever_lies_above() throws IOException {
    Path deep = temporary.resolve("a/b");
    PrivateFile.directory(deep);
    PrivateFile.put(deep.resolve("text"), "secret");
    PrivateFile.put(deep.resolve("lines"), List.of("one", "two"));
    PrivateFile.log(deep.resolve("logs/log"));
    PrivateFile.copy(deep, temporary.resolve("copy"));
    PrivateFile.copy(deep.resolve("text"), temporary.resolve("copy/text"));

    for (String directory : List.of("a", "a/b", "a/b/logs", "copy")) {
      assertThat(mode(temporary.resolve(directory))).isEqualTo("rwx------");
    }
    for (String file : List.of("a/b/text", "a/b/lines", "a/b/logs/log", "copy/text")) {
      assertThat(mode(temporary.resolve(file))).isEqualTo("rw-------");
    }
    assertThat(temporary.resolve("copy/text")).hasContent("secret");
    assertThat(deep.resolve("lines")).hasContent("one\ntwo\n");
  }

  @Test
  void what_is_written_again_holds_nothing_of_before_and_a_log_all_of_it() throws IOException {
    Path file = temporary.resolve("file");
    PrivateFile.put(file, "a long text");
    PrivateFile.put(file, "short");
    assertThat(file).hasContent("short");

    PrivateFile.log(file);
    assertThat(file).hasContent("short");
  }

  /** Every command that is a program, as its own usage lists it. */
  static List<String> programs() {
    return Suite.commands().getSubcommands().entrySet().stream()
        .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void all_that_a_command_starts_closes_what_it_makes_but_for_a_public_export(String command)
      throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "./suite is a shell script; no /bin/sh here");
    Path java = temporary.resolve("jdk/bin");
    Files.createDirectories(java);
    script(java.resolve("javac"), "echo javac 99");
    script(java.resolve("java"), "umask");
    FrontDoor.copyTo(temporary);
    var builder =
        new ProcessBuilder("/bin/sh", "-c", "umask 022; exec /bin/sh suite " + command)
            .directory(temporary.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", java.getParent().toString());
    builder.environment().put("SUITE_CLASSES", "none");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo(command.equals("export") ? "0022" : "0077");
  }

  private static void script(Path file, String line) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(("#!/bin/sh\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
