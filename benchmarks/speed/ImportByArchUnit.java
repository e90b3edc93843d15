import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Imports archives by ArchUnit and counts on what their classes depend, which any rule asks. */
final class ImportByArchUnit {

  private ImportByArchUnit() {}

  public static void main(String[] archives) {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    List<Location> places =
        Arrays.stream(archives).map(one -> Location.of(URI.create("jar:file:" + one + "!/"))).toList();
    JavaClasses classes = new ClassFileImporter().importLocations(places);
    long dependencies = 0;
    for (JavaClass one : classes) {
      dependencies += one.getDirectDependenciesFromSelf().size();
    }
    System.out.println(classes.size() + " classes, " + dependencies + " dependencies");
  }
}
