package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names and certificates for a paper somebody prints now, out of the same memory as the page behind
 * 检查码; they are kept nowhere (ADR 102, 109).
 */
@ApplicationScoped
public class PaperNames {
  private final OfficerDirectory directory;
  private final DoorCertificates certificates;
  private final AccountNames names;
  private final Asking asking;

  @Inject
  PaperNames(
      OfficerDirectory directory,
      DoorCertificates certificates,
      AccountNames names,
      Asking asking) {
    this.directory = directory;
    this.certificates = certificates;
    this.names = names;
    this.asking = asking;
  }

  /** Of a visit, for the bureau that asks. */
  public Uni<PaperPeople> of(PrintedVisit printed, LocalDate today) {
    List<String> team = printed.visit().inspectors();
    return asking
        .orSeed()
        .flatMap(bureau ->
            Uni.createFrom()
                .completionStage(() -> directory.obstacles(team, today))
                .map(against -> people(bureau, team, against)));
  }

  private PaperPeople people(BureauKey bureau, List<String> team, Map<String, String> against) {
    AccountNames.Names known = names.of(bureau);
    return new PaperPeople(
        team.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), who -> shown(bureau, who, against.get(who), known))),
        known);
  }

  /** Who left may have been erased: he is a number as soon as the register has told it. */
  private DoorCertificates.Shown shown(
      BureauKey bureau, String number, @Nullable String obstacle, AccountNames.Names known) {
    return OfficerDirectory.UNKNOWN.equals(obstacle) || OfficerDirectory.NOT_ACTIVE.equals(obstacle)
        ? DoorCertificates.Shown.NOTHING
        : certificates
            .of(bureau, number)
            .orElseGet(() -> new DoorCertificates.Shown(known.find(number), List.of()));
  }
}
