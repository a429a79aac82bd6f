package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A form that somebody sent, read once. */
public final class Form {
  static final String KEY = "_key";
  static final String VERSION = "_version";
  private static final String TAKE = "_take.";
  private static final String THEIRS = "_theirs.";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Forms forms;
  private final Map<String, List<String>> fields;
  private final Optional<Path> file;

  private final String fileName;
  private final Optional<ProblemException> fileFault;

  Form(Forms forms, Map<String, List<String>> fields) {
    this(forms, Parts.of(fields));
  }

  Form(Forms forms, Parts parts) {
    this.forms = forms;
    this.fields = chosen(parts.fields());
    this.file = parts.file();
    this.fileName = parts.fileName();
    this.fileFault = parts.fault();
  }

  /** Where two have changed one thing, each field is the one that was chosen of both. */
  private static Map<String, List<String>> chosen(Map<String, List<String>> sent) {
    Map<String, List<String>> fields = new LinkedHashMap<>(sent);
    sent.forEach((name, values) -> {
      if (name.startsWith(TAKE) && values.contains("theirs")) {
        String field = name.substring(TAKE.length());
        fields.put(field, sent.getOrDefault(THEIRS + field, List.of()));
      }
    });
    return fields;
  }

  /**
   * What it says, as the body of the operation that does the same for programs: read by the same
   * rules, refused by the same words.
   *
   * @throws ProblemException with everything that is wrong, each beside its field
   */
  public <T> T as(Class<T> body) {
    return forms.read(body, fields);
  }

  /**
   * The same of the fields whose names begin with these words; what is wrong stands beside them.
   */
  public <T> T as(Class<T> body, String before) {
    Map<String, List<String>> these = new LinkedHashMap<>();
    fields.forEach((name, values) -> {
      if (name.startsWith(before)) {
        these.put(name.substring(before.length()), values);
      }
    });
    try {
      return forms.read(body, these);
    } catch (ProblemException e) {
      throw new ProblemException(
          e.rejection(),
          e.errors().stream()
              .map(one ->
                  new Problem.FieldError(before + one.field(), one.row(), one.code(), one.text()))
              .toList(),
          Map.of());
    }
  }

  /** The first value of a field, as it was typed; empty where there is none. */
  public String value(String field) {
    List<String> values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /**
   * The file that came with it.
   *
   * @throws ProblemException where one was sent and did not come whole
   */
  public Optional<Path> file() {
    fileFault.ifPresent(fault -> {
      throw fault;
    });
    return file;
  }

  /** What its sender calls the file; empty where none came with it. */
  public String fileName() {
    return fileName;
  }

  /** By which the same form sent twice is one. */
  public String key() {
    return value(KEY);
  }

  /** The same where a page gave it, so that nobody else has it; empty where none did. */
  public String ownKey() {
    return Requests.isPageKey(key()) ? key() : "";
  }

  /** Whether what it is about still is as its page showed it. */
  public boolean isAbout(long version) {
    return value(VERSION).equals(Long.toString(version));
  }

  /** The file is needed no more. */
  void forget() {
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The context of the command it gives.
   *
   * @param request the body, or a word for the command where it has none
   */
  public CommandContext context(Object request) {
    return forms.context(request, value(KEY), version());
  }

  /**
   * The same of what somebody says for himself alone, whatever others said since he opened the
   * page: two who confirm at the same time change nothing for each other.
   */
  public CommandContext own(Object request) {
    return forms.context(request, value(KEY), OptionalLong.empty());
  }

  /**
   * The same of somebody without an account.
   *
   * @param actor as it is to stand in the log
   */
  public CommandContext contextOf(String actor, Object request) {
    return forms.context(actor, request, value(KEY));
  }

  /** The same of an approval, which names what was read (ADR 38). */
  public CommandContext approval(Object request) {
    if (version().isEmpty()) {
      throw new ProblemException(EdgeRejection.REQUEST_NOT_NAMED);
    }
    return context(request);
  }

  private OptionalLong version() {
    String given = value(VERSION);
    if (given.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!NUMBER.matcher(given).matches()) {
      throw new ProblemException(EdgeRejection.ETAG_INVALID);
    }
    return OptionalLong.of(Long.parseLong(given));
  }

  /**
   * What is typed beside what was done with it, to be shown on.
   *
   * @param now version of what the form is about
   * @param done fields that belong to what was done
   */
  public FilledForm rest(long now, Set<String> done) {
    return filled().rest(UUID.randomUUID().toString(), Long.toString(now), done);
  }

  /** The same to be shown again, without what belongs to no field. */
  FilledForm filled() {
    Map<String, List<String>> typed = new LinkedHashMap<>(fields);
    typed.keySet().removeIf(name -> name.startsWith("_"));
    return new FilledForm(value(KEY), value(VERSION), typed, List.of(), Map.of(), false);
  }
}
