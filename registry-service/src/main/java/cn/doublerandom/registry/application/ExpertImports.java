package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
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
import java.util.stream.Collectors;

/** Tables of experts and entrusted bodies: names of persons are sealed. */
@ApplicationScoped
public class ExpertImports {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final PersonKeys people;
  private final RegisterTables tables;

  @Inject
  ExpertImports(
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      PersonKeys people,
      RegisterTables tables) {
    this.experts = experts;
    this.people = people;
    this.tables = tables;
  }

  /** Takes a table; blocks. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    LocalDate today = BusinessClock.day(asker.of(Imports.JUDGED).at());
    return Imports.take(
        tables.experts(file),
        wish,
        asker,
        new Imports.Target<>(rows -> asked(rows, today), experts));
  }

  private Imports.Asked<ExpertCommand> asked(Map<Integer, ToldExpert> rows, LocalDate today) {
    Map<Person, String> names =
        rows.values().stream()
            .filter(told -> told.details().kind() == ExpertDetails.Kind.PERSON)
            .collect(
                Collectors.toMap(told -> People.expert(told.details().id()), ToldExpert::name));
    Map<Person, String> sealed =
        names.isEmpty() ? Map.of() : people.seal(names).await().atMost(PATIENCE);
    Map<String, ExpertCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, told) -> {
      String stream = RegistryStreams.EXPERT.of(told.details().id());
      Person person = People.expert(told.details().id());
      String name = names.containsKey(person) ? sealed.get(person) : told.name();
      if (name == null) {
        refused.add(Imports.erased(number, "编号"));
      } else {
        commands.put(
            stream, new ExpertCommand.RegisterExpert(told.details().withSealedName(name), today));
        asking.put(stream, List.of(number));
      }
    });
    return new Imports.Asked<>(commands, asking, refused);
  }
}
