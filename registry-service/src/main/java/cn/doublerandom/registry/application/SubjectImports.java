package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables of subjects: what is a person's own is sealed, who goes waits for a second person. */
@ApplicationScoped
public class SubjectImports {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final PersonKeys people;
  private final RegisterTables tables;
  private final Batches batches;
  private final SubjectDirectory directory;
  private final Openings openings;

  @Inject
  SubjectImports(
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      PersonKeys people,
      RegisterTables tables,
      SubjectDirectory directory,
      Openings openings,
      Batches batches) {
    this.subjects = subjects;
    this.people = people;
    this.tables = tables;
    this.batches = batches;
    this.directory = directory;
    this.openings = openings;
  }

  /**
   * Who tells the rows of a table, and when.
   *
   * @param batch by which another person decides what of it waits
   * @param opensRegister whether nobody stood in the register before it
   */
  private record Occasion(String by, LocalDate today, String batch, boolean opensRegister) {
    static Occasion of(Asker asker, boolean opensRegister) {
      CommandContext context = asker.of(Imports.JUDGED);
      LocalDate today = BusinessClock.day(context.at());
      return new Occasion(context.actor(), today, Batches.named(context), opensRegister);
    }
  }

  /**
   * Takes a table; blocks.
   *
   * @param codeReason why codes are taken whose check characters are not the standard's; empty
   *     where they are not
   */
  public Imported take(Path file, String codeReason, ImportWish wish, Asker asker)
      throws IOException {
    return take(file, codeReason, wish, asker, TableWatch.NOBODY);
  }

  /** The same with somebody who looks on. */
  Imported take(Path file, String codeReason, ImportWish wish, Asker asker, TableWatch watch)
      throws IOException {
    var sent = new SentSubjects(file, codeReason, watch);
    return wish.dryRun()
        ? take(sent, wish, asker, !openings.isOpen())
        : openings.store(opensRegister -> take(sent, wish, asker, opensRegister));
  }

  /** A table of subjects, and who looks on while it is read. */
  private record SentSubjects(Path file, String codeReason, TableWatch watch) {}

  Imported take(Path file, String codeReason, ImportWish wish, Asker asker, boolean opensRegister)
      throws IOException {
    return take(new SentSubjects(file, codeReason, TableWatch.NOBODY), wish, asker, opensRegister);
  }

  private Imported take(SentSubjects sent, ImportWish wish, Asker asker, boolean opensRegister)
      throws IOException {
    var occasion = Occasion.of(asker, opensRegister);
    return Imports.take(
        sent.watch().over(tables.subjects(sent.file(), occasion.today(), sent.codeReason())),
        wish,
        asker,
        target(occasion));
  }

  /** The file as xlsx with its faults marked; nothing is stored. Blocks. */
  public byte[] marked(Path file, String codeReason, Asker asker) throws IOException {
    var occasion = Occasion.of(asker, !openings.isOpen());
    return Imports.marked(
        tables.subjects(file, occasion.today(), codeReason), asker, target(occasion));
  }

  /** What a table would do; nothing is stored. Blocks. */
  Preview preview(Path file, String codeReason, Asker asker, TableWatch watch) throws IOException {
    var occasion = Occasion.of(asker, !openings.isOpen());
    return Imports.preview(
            watch.over(tables.subjects(file, occasion.today(), codeReason)),
            asker,
            target(occasion).telling(new SubjectDifferences()))
        .opening(occasion.opensRegister());
  }

  private Imports.Target<ToldSubject, SubjectCommand, SubjectEvent, Subject> target(
      Occasion occasion) {
    var lookAlikes = new LookAlikes(directory);
    return new Imports.Target<>(
        rows -> asked(rows, occasion, lookAlikes),
        subjects,
        events -> events.isEmpty() ? 0 : 1,
        together(occasion),
        SubjectImports::batch,
        SubjectImports::waits);
  }

  private Optional<Imports.Together> together(Occasion occasion) {
    return Optional.of(
        new Imports.Together(batches, occasion.batch(), StatusRequests.MOST_AT_ONCE));
  }

  private static Optional<String> batch(SubjectEvent event) {
    return event instanceof SubjectEvent.StatusRequested asked
        ? Optional.ofNullable(asked.batch())
        : Optional.empty();
  }

  private static Optional<String> waits(SubjectCommand row, Subject subject, int place) {
    return subject instanceof Subject.Registered known
        ? known.statusAsked().map(asked -> words(row, asked, known))
        : Optional.empty();
  }

  private static String words(
      SubjectCommand row, Subject.StatusAsked asked, Subject.Registered known) {
    if (!(row instanceof SubjectCommand.RegisterSubject told)) {
      return asked.inWords();
    }
    String words = asked.inWordsBeside(told);
    if (known.asOf(told.effective()).status() == SubjectStatus.UNCONFIRMED) {
      return "新入库，批准前不抽取、不计数；" + words;
    }
    return asked.revision() == null ? words + "；本行其余内容已按表处理" : "本行全部内容，" + words;
  }

  private static String reason(String said, String batch) {
    return said.isEmpty() ? "名录导入，批次 " + batch : said + "（名录导入，批次 " + batch + "）";
  }

  private Imports.Asked<SubjectCommand> asked(
      Map<Integer, ToldSubject> rows, Occasion occasion, LookAlikes lookAlikes) {
    Map<Person, String> sealed = sealed(rows);
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, told) -> {
      SubjectDetails details = told.details();
      String stream = RegistryStreams.SUBJECT.of(details.id());
      if (told.tellsOfPerson()) {
        String name = sealed.get(People.subject(details.id()));
        if (name == null) {
          refused.add(Imports.erased(number, "编码"));
          return;
        }
        details = details.withoutOwn().withSealedName(name);
      }
      commands.put(
          stream,
          new SubjectCommand.RegisterSubject(
              details,
              occasion.today(),
              occasion.by(),
              occasion.batch(),
              reason(told.since().reason(), occasion.batch()),
              told.since().from(),
              occasion.opensRegister()));
      asking.put(stream, List.of(number));
    });
    return new Imports.Asked<>(commands, asking, refused, () -> lookAlikes.notes(rows));
  }

  private Map<Person, String> sealed(Map<Integer, ToldSubject> rows) {
    Map<Person, String> texts =
        rows.values().stream()
            .filter(ToldSubject::tellsOfPerson)
            .collect(
                Collectors.toMap(
                    told -> People.subject(told.details().id()),
                    told -> SubjectPerson.text(told.details(), told.personName())));
    return texts.isEmpty() ? Map.of() : people.seal(texts).await().atMost(PATIENCE);
  }

  /** Takes the monthly reclassification; blocks. */
  public Imported reclassify(Path file, ImportWish wish, Asker asker) throws IOException {
    return reclassify(file, wish, asker, TableWatch.NOBODY);
  }

  /** The same with somebody who looks on. */
  Imported reclassify(Path file, ImportWish wish, Asker asker, TableWatch watch)
      throws IOException {
    var occasion = Occasion.of(asker, false);
    return Imports.take(
        watch.over(tables.riskClasses(file, occasion.today())),
        wish,
        asker,
        ofRiskClasses(occasion));
  }

  /** What the monthly reclassification would do; nothing is stored. Blocks. */
  Preview previewOfRiskClasses(Path file, Asker asker, TableWatch watch) throws IOException {
    var occasion = Occasion.of(asker, false);
    return Imports.preview(
        watch.over(tables.riskClasses(file, occasion.today())),
        asker,
        ofRiskClasses(occasion).telling(new SubjectDifferences()));
  }

  /** Its file as xlsx with its faults marked; nothing is stored. Blocks. */
  byte[] markedRiskClasses(Path file, Asker asker) throws IOException {
    var occasion = Occasion.of(asker, false);
    return Imports.marked(
        tables.riskClasses(file, occasion.today()), asker, ofRiskClasses(occasion));
  }

  private Imports.Target<ToldRiskClass, SubjectCommand, SubjectEvent, Subject> ofRiskClasses(
      Occasion occasion) {
    return new Imports.Target<>(
        rows -> reclassified(rows, occasion),
        subjects,
        events -> events.isEmpty() ? 0 : 1,
        together(occasion),
        SubjectImports::batch,
        SubjectImports::waits);
  }

  private static Imports.Asked<SubjectCommand> reclassified(
      Map<Integer, ToldRiskClass> rows, Occasion occasion) {
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    rows.forEach((number, told) -> {
      String stream = RegistryStreams.SUBJECT.of(told.subject());
      commands.put(
          stream,
          new SubjectCommand.Reclassify(
              told.riskClass(), told.source(), occasion.today(), occasion.by(), occasion.batch()));
      asking.put(stream, List.of(number));
    });
    return new Imports.Asked<>(commands, asking, List.of());
  }
}
