package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.data.TypeName;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.source.SourceReader;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.TypeRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Several libraries that are scanned as one codebase, each in a folder of its name. */
public final class Corpus {

  private final String name;
  private final List<String> artifacts;
  private final Codebase codebase;
  private final FileCounts counts;

  private Corpus(String name, List<String> artifacts, Codebase codebase, FileCounts counts) {
    this.name = name;
    this.artifacts = List.copyOf(artifacts);
    this.codebase = codebase;
    this.counts = counts;
  }

  /** Reads the given libraries below {@code base}. */
  public static Corpus read(String name, Path base, List<String> artifacts, int threads) {
    List<Path> folders = artifacts.stream().map(base::resolve).toList();
    Sources sources = read(base, folders, threads);
    return new Corpus(name, artifacts, sources.codebase(), sources.counts());
  }

  static Sources read(Path base, List<Path> folders, int threads) {
    return new SourceReader(base, SourceSelection.standard(), Wanted.ranking(), threads)
        .read(folders, (done, total) -> {});
  }

  public String name() {
    return name;
  }

  public List<String> artifacts() {
    return artifacts;
  }

  public Codebase codebase() {
    return codebase;
  }

  /** What was read. */
  public FileCounts counts() {
    return counts;
  }

  /** The declaration of a type in its library. */
  public Optional<TypeEntry> find(TypeName type) {
    return codebase.declarations(type.qualifiedName()).stream()
        .filter(entry -> artifactOf(entry).equals(type.artifact()))
        .findFirst();
  }

  /** The library that holds a type. */
  public static String artifactOf(TypeEntry entry) {
    return entry.unit().path().substring(0, entry.unit().path().indexOf('/'));
  }

  /** The declaration that a reference leads to. */
  public static TypeEntry declaration(Codebase codebase, TypeRef type) {
    return codebase.declarations(type.name()).stream()
        .filter(entry -> entry.location().equals(type.declaration()))
        .findFirst()
        .orElseThrow();
  }

  /** A type as labels write it. */
  static TypeName nameOf(TypeEntry entry) {
    return new TypeName(artifactOf(entry), entry.name());
  }

  /** One of the libraries on its own. */
  Codebase library(String artifact) {
    return new Codebase(
        units(artifact),
        codebase.services().stream()
            .filter(file -> file.path().startsWith(artifact + "/"))
            .toList());
  }

  private List<SourceUnit> units(String artifact) {
    return codebase.units().stream()
        .filter(unit -> unit.path().startsWith(artifact + "/"))
        .toList();
  }
}
