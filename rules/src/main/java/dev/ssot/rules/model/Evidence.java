package dev.ssot.rules.model;

import java.util.List;

/** Why a rule says what it says, in terms that a reader can check. */
public sealed interface Evidence {

  /**
   * What the finding is about, in names that survive edits and moves, for a line of the baseline;
   * the empty string where rule and subject say it.
   */
  String about();

  /**
   * The places where a reader can check it, the most telling first.
   *
   * @param file the path of the finding, for evidence that lies in its file
   */
  default List<Location> places(String file) {
    return List.of();
  }

  /** The types that it holds against each other, if it does. */
  default List<Comparison> comparisons() {
    return List.of();
  }

  /**
   * A type plays the role of a canonical.
   *
   * <p>In a finding of {@code fragmented-role} the canonical is the proposed one.
   */
  record Rival(Comparison comparison) implements Evidence {

    @Override
    public String about() {
      return comparison.canonical().name();
    }

    @Override
    public List<Comparison> comparisons() {
      return List.of(comparison);
    }

    @Override
    public List<Location> places(String file) {
      return comparison.places();
    }
  }

  /**
   * Several types play one role that no policy declares.
   *
   * @param words what the types have in common by name, the rarest first
   * @param types number of types in the group, the canonical included
   * @param canonical the type that is proposed to hold the role
   * @param reason why that one
   * @param comparisons each other type of the group against the proposed canonical or, where it is
   *     nearer to another member, against that; the most alike first, never empty; only the largest
   *     ones where a whole source tree or package was copied
   */
  record Fragments(
      List<String> words, int types, TypeRef canonical, String reason, List<Comparison> comparisons)
      implements Evidence {

    private static final int NAMED = 3;

    public Fragments {
      words = List.copyOf(words);
      comparisons = List.copyOf(comparisons);
      if (comparisons.isEmpty()) {
        throw new IllegalArgumentException("A fragmented role needs two types at least");
      }
    }

    /** Whether each of its types has one partner: a whole source tree or package was copied. */
    public boolean isPaired() {
      return types > comparisons.size() + 1;
    }

    @Override
    public String about() {
      return String.join(
          ", ", comparisons.stream().map(one -> one.rival().name()).sorted().limit(NAMED).toList());
    }

    @Override
    public List<Location> places(String file) {
      return comparisons.stream().flatMap(one -> one.places().stream()).toList();
    }
  }

  /**
   * A type is reached by a way that the policy forbids or that does not lead to the canonical.
   *
   * @param path the way, such as a static import
   * @param target what is reached: a qualified type, {@code type#member} or a package
   * @param pattern the forbidden pattern that matched, or the canonical that is missed
   * @param replacement what to use instead, or the empty string
   * @param reason why it is forbidden, in the policy's words
   * @param sightings what class files show of it, the first few; empty where none were read
   */
  record Access(
      AccessPath path,
      String target,
      String pattern,
      String replacement,
      String reason,
      List<Sighting> sightings)
      implements Evidence {

    public Access {
      sightings = List.copyOf(sightings);
    }

    /** An access that the source alone shows. */
    public Access(
        AccessPath path, String target, String pattern, String replacement, String reason) {
      this(path, target, pattern, replacement, reason, List.of());
    }

    /** The same with what class files show of it. */
    public Access with(List<Sighting> seen) {
      return new Access(path, target, pattern, replacement, reason, seen);
    }

    @Override
    public String about() {
      return path.words() + " " + target;
    }

    @Override
    public List<Location> places(String file) {
      return sightings.stream().map(Sighting::location).toList();
    }
  }

  /**
   * Class files show it.
   *
   * @param about what the finding is about: a called method, a type, a rule
   * @param reason why it matters, in the words of the policy or of a rule of the user
   * @param sightings in the order of their places; the steps in their order for a cycle
   * @param more number of further sightings that are not listed
   */
  record Bytecode(String about, String reason, List<Sighting> sightings, int more)
      implements Evidence {

    public Bytecode {
      sightings = List.copyOf(sightings);
      if (sightings.isEmpty()) {
        throw new IllegalArgumentException("Evidence of class files needs a sighting");
      }
    }

    @Override
    public List<Location> places(String file) {
      return sightings.stream().map(Sighting::location).toList();
    }
  }

  /**
   * An import names a project type that does not exist.
   *
   * @param imported the name in the import
   * @param candidates existing types that may be meant, the likeliest first, at most five
   */
  record Unresolved(String imported, List<TypeRef> candidates) implements Evidence {

    public Unresolved {
      candidates = List.copyOf(candidates);
    }

    @Override
    public String about() {
      return imported;
    }
  }

  /**
   * A line of the policy matches nothing.
   *
   * @param key the key's path in the policy, such as {@code sources.exclude[2]}
   */
  record PolicyEntry(String key, String value) implements Evidence {

    @Override
    public String about() {
      return value;
    }
  }

  /**
   * Code outside of the canonical branches over the message types of a role.
   *
   * @param canonical qualified name
   * @param form how it branches, in words
   * @param messages in the order of their places, three at least
   */
  record Dispatch(String role, String canonical, String form, List<DispatchedMessage> messages)
      implements Evidence {

    public Dispatch {
      messages = List.copyOf(messages);
    }

    @Override
    public String about() {
      return canonical;
    }

    @Override
    public List<Location> places(String file) {
      return messages.stream().map(message -> new Location(file, message.branch())).toList();
    }
  }

  /**
   * The value of a role's constant is written out again.
   *
   * @param places in one file, in their order, never empty
   */
  record Restatement(String role, ConstantRef constant, List<Restated> places) implements Evidence {

    public Restatement {
      places = List.copyOf(places);
    }

    @Override
    public String about() {
      return constant.shortName();
    }

    @Override
    public List<Location> places(String file) {
      return places.stream().map(place -> new Location(file, place.region())).toList();
    }
  }

  /**
   * A setting of a role has several values.
   *
   * @param setting the name of the constants without their unit, or the key
   * @param values two at least, that of the canonical first if it gives one
   */
  record Conflict(String role, String setting, List<SettingValue> values) implements Evidence {

    public Conflict {
      values = List.copyOf(values);
    }

    @Override
    public String about() {
      return setting;
    }

    @Override
    public List<Location> places(String file) {
      return values.stream().map(SettingValue::place).toList();
    }
  }

  /**
   * A method of a type that plays a role reports success that it has not earned.
   *
   * @param canonical qualified name of the type that holds the role
   * @param part how the type stands to the canonical
   * @param observations what in the method says so, in the order of the text
   * @param unread names of parameters that the work, as far as there is any, does not read
   */
  record FakeSuccess(
      String canonical,
      Part part,
      MemberRef member,
      Pretence pretence,
      List<Observation> observations,
      List<String> unread)
      implements Evidence {

    public FakeSuccess {
      observations = List.copyOf(observations);
      unread = List.copyOf(unread);
    }

    @Override
    public String about() {
      return member.signature();
    }

    @Override
    public List<Location> places(String file) {
      return List.of(new Location(file, member.region()));
    }
  }

  /**
   * A test double of a role stands in production code, or production code reaches one.
   *
   * @param canonical qualified name of the type that holds the role
   * @param part how the double stands to the canonical
   * @param observations why it is taken for a test double
   * @param users production types that use it, sorted
   */
  record TestDouble(
      String canonical,
      Part part,
      TypeRef type,
      List<Observation> observations,
      List<TypeRef> users)
      implements Evidence {

    public TestDouble {
      observations = List.copyOf(observations);
      users = List.copyOf(users);
    }

    @Override
    public String about() {
      return type.name();
    }

    @Override
    public List<Location> places(String file) {
      return observations.stream().map(Observation::location).toList();
    }
  }

  /**
   * Test code replaces what must be real there.
   *
   * @param canonical qualified name of the type that holds the role
   * @param real qualified name of the type that is replaced
   * @param reason why it must be real, in the policy's words
   * @param standIns in the order of their places, never empty
   */
  record Mocked(String role, String canonical, String real, String reason, List<StandIn> standIns)
      implements Evidence {

    public Mocked {
      standIns = List.copyOf(standIns);
      if (standIns.isEmpty()) {
        throw new IllegalArgumentException("What is replaced needs a stand-in");
      }
    }

    @Override
    public String about() {
      return real;
    }
  }

  /**
   * A type is there for a while and has outlived that, or nothing says how long.
   *
   * @param canonical qualified name of the type that it forwards to, or the empty string
   * @param users types and services that use it, sorted
   */
  record Shim(String canonical, TypeRef type, ShimTerms terms, List<TypeRef> users)
      implements Evidence {

    public Shim {
      users = List.copyOf(users);
    }

    @Override
    public String about() {
      return canonical;
    }
  }

  /**
   * A type has another contract than the canonical: call sites that bind to it would not bind to
   * the canonical, or would mean something else there.
   *
   * @param canonical qualified name of the type that holds the role
   * @param part how the type stands to the canonical
   * @param broken the call sites that would not bind, in the order of files, never empty
   * @param bound number of call sites that would bind
   * @param undecided number of call sites of which nothing can be said
   */
  record IncompatibleContract(
      String canonical, Part part, TypeRef type, List<BrokenCall> broken, int bound, int undecided)
      implements Evidence {

    public IncompatibleContract {
      broken = List.copyOf(broken);
    }

    @Override
    public String about() {
      return canonical;
    }

    @Override
    public List<Location> places(String file) {
      return broken.stream().map(BrokenCall::location).toList();
    }
  }

  /**
   * A comment or an annotation was meant to accept a finding and does not.
   *
   * @param text as written
   * @param fault what is wrong with it
   */
  record MalformedSuppression(String text, String fault) implements Evidence {

    @Override
    public String about() {
      return text;
    }
  }

  /** A suppression that accepts nothing, or nothing any more. */
  record IdleSuppression(Suppression suppression) implements Evidence {

    @Override
    public String about() {
      return suppression.rule();
    }
  }

  /** An entry of the baseline that accepts nothing. */
  record StaleEntry(BaselineEntry entry) implements Evidence {

    @Override
    public String about() {
      return entry.about();
    }
  }
}
