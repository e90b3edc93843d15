import java.io.File;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds XML files against a schema; exits with 1 if one is not valid. */
final class Xsd {

  private Xsd() {}

  public static void main(String[] arguments) throws SAXException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new File(arguments[0]));
    int wrong = 0;
    for (int i = 1; i < arguments.length; i++) {
      try {
        schema.newValidator().validate(new StreamSource(new File(arguments[i])));
      } catch (SAXException | IOException e) {
        System.out.println(arguments[i] + ": error: " + e.getMessage());
        wrong++;
      }
    }
    System.out.println((arguments.length - 1) + " files of JUnit XML, " + wrong + " not valid");
    System.exit(wrong == 0 ? 0 : 1);
  }
}
