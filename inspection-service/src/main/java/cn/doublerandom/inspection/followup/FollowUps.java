package cn.doublerandom.inspection.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What follows the findings of one visit.
 *
 * @param of the visit; absent as long as there is none
 * @param all by number
 * @param links by number, the SHA-256 of the secret in a receiver's link that was not used yet
 * @param rechecks visits that were planned to look again, in their order
 */
public record FollowUps(
    @Nullable OfVisit of,
    List<FollowUp> all,
    Map<Integer, String> links,
    List<RecheckVisit> rechecks) {
  static final FollowUps NONE = new FollowUps(null, List.of(), Map.of(), List.of());

  public FollowUps {
    all = List.copyOf(all);
    links = Map.copyOf(links);
    rechecks = List.copyOf(rechecks);
  }

  /** One of them. */
  public Optional<FollowUp> one(int number) {
    return all.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Those that follow an item's finding. */
  public List<FollowUp> of(String item) {
    return all.stream().filter(one -> one.item().equals(item)).toList();
  }

  FollowUps and(OfVisit visit, FollowUp opened) {
    List<FollowUp> more = new ArrayList<>(all);
    more.add(opened);
    return new FollowUps(visit, more, links, rechecks);
  }

  FollowUps with(int number, UnaryOperator<FollowUp> change) {
    return new FollowUps(
        of,
        all.stream().map(one -> one.number() == number ? change.apply(one) : one).toList(),
        links,
        rechecks);
  }

  FollowUps linked(int number, String sha256) {
    Map<Integer, String> more = new HashMap<>(links);
    more.put(number, sha256);
    return new FollowUps(of, all, more, rechecks);
  }

  FollowUps used(int number) {
    Map<Integer, String> fewer = new HashMap<>(links);
    fewer.remove(number);
    return new FollowUps(of, all, fewer, rechecks);
  }

  /** The visit that is planned to look again and not over; the last that was planned counts. */
  public Optional<RecheckVisit> planned(int number) {
    return rechecks.stream()
        .filter(visit -> visit.followUp() == number)
        .reduce((before, after) -> after)
        .filter(RecheckVisit::open);
  }

  int plannedSoFar(int number) {
    return (int) rechecks.stream().filter(visit -> visit.followUp() == number).count();
  }

  FollowUps and(RecheckVisit visit) {
    List<RecheckVisit> more = new ArrayList<>(rechecks);
    more.add(visit);
    return new FollowUps(of, all, links, more);
  }

  /** What was seen, also in the record of the visit that was planned for it. */
  FollowUps seen(int number, FollowUp.Recheck looked) {
    Optional<RecheckVisit> held = planned(number);
    FollowUps told = with(number, one -> one.with(looked));
    return new FollowUps(
        of,
        told.all,
        links,
        rechecks.stream()
            .map(one -> held.filter(one::equals).isPresent() ? one.with(looked) : one)
            .toList());
  }
}
