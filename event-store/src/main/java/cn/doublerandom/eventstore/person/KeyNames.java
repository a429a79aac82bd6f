package cn.doublerandom.eventstore.person;

import static cn.doublerandom.eventstore.decider.StreamKind.SEPARATOR;

import cn.doublerandom.eventstore.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which names the keys of a scope's people are kept: {@code <scope>~<kind>/<id>}, in the home
 * scope without the first part. Two scopes may have a person of the same kind and number. Before
 * there were namespaces there was one scope, so no other has keys of former names.
 */
record KeyNames(Scope scope) {
  String of(Person person) {
    return scope.isHome() ? person.name() : scope.name() + SEPARATOR + person.name();
  }

  /** The key's name and, where there is one, the one it had before. */
  List<String> all(Person person) {
    return hasFormer() ? List.of(of(person), person.former()) : List.of(of(person));
  }

  boolean hasFormer() {
    return scope.isHome();
  }

  String[] of(Collection<Person> people) {
    return people.stream().map(this::of).toArray(String[]::new);
  }

  /** Of each its former name, or again its own where it has none. */
  String[] formerly(Collection<Person> people) {
    return people.stream().map(person -> all(person).getLast()).toArray(String[]::new);
  }

  String[] all(Collection<Person> people) {
    return Stream.concat(Arrays.stream(of(people)), Arrays.stream(formerly(people)))
        .distinct()
        .toArray(String[]::new);
  }
}
