package cn.doublerandom.registry.files;

import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.application.People;
import cn.doublerandom.registry.application.Reading;
import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.registry.application.SubjectPerson;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.table.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The register as a table, page by page, so that millions of rows pass through little memory. */
final class SubjectExport implements RegisterPapers.Pages {
  private static final int PAGE = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] END = {};

  private final SubjectDirectory directory;
  private final PersonKeys people;
  private final boolean opensPeople;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TableWriter writer;
  private String after = "";
  private final LocalDate today;
  private boolean ended;

  /**
   * @param opensPeople whether what is a person's own is opened, or left out
   * @param today the day the table is of
   * @param practice whether it is of a practice bureau
   */
  SubjectExport(
      SubjectDirectory directory,
      PersonKeys people,
      boolean opensPeople,
      LocalDate today,
      RegisterPapers.Form form,
      boolean practice)
      throws IOException {
    this.directory = directory;
    this.opensPeople = opensPeople;
    this.today = today;
    this.people = people;
    this.writer =
        switch (form) {
          case CSV -> TableWriter.csv(out);
          case XLSX -> TableWriter.xlsx(out, "检查对象名录库", practice);
        };
    writer.row(SubjectTable.heads());
  }

  @Override
  public byte[] next() {
    try {
      while (!ended && out.size() == 0) {
        page();
      }
      byte[] chunk = out.toByteArray();
      out.reset();
      return chunk.length == 0 ? END : chunk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void page() throws IOException {
    List<SubjectDirectory.Entry> page = read();
    if (page.isEmpty()) {
      ended = true;
      writer.close();
      return;
    }
    Map<Person, String> opened = open(page);
    for (SubjectDirectory.Entry entry : page) {
      SubjectDetails d = entry.asOf(today);
      String text = opened.get(People.subject(d.id()));
      if (text != null && PersonKeys.isGone(text)) {
        continue; // who was forgotten cannot come in again
      }
      SubjectDetails shown = text == null ? inClear(d) : SubjectPerson.opened(d, text);
      writer.row(SubjectTable.cells(shown, shown.name()));
    }
    after = page.getLast().details().id();
  }

  /** Owners that stand in clear since before they were sealed belong to who keeps the register. */
  private SubjectDetails inClear(SubjectDetails d) {
    return opensPeople ? d : d.shown();
  }

  private List<SubjectDirectory.Entry> read() {
    return Reading.await(() -> directory.page(after, PAGE));
  }

  private Map<Person, String> open(List<SubjectDirectory.Entry> page) {
    if (!opensPeople) {
      return Map.of();
    }
    Map<Person, String> sealed =
        page.stream()
            .map(SubjectDirectory.Entry::details)
            .filter(d -> !d.more().sealedName().isEmpty())
            .collect(Collectors.toMap(d -> People.subject(d.id()), d -> d.more().sealedName()));
    return sealed.isEmpty() ? Map.of() : people.open(sealed).await().atMost(PATIENCE);
  }
}
