package physio.outcomes.ingest.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of columns identify people; each test is named with its row of INPUTS.md. */
class IdentifierNamesTest {

    @ParameterizedTest
    @CsvSource({
        "name, NAME",
        "Patient Name, NAME",
        "first_name, NAME",
        "lastName, NAME",
        "SURNAME, NAME",
        "Name des Patienten, NAME",
        "Vorname, NAME",
        "pat_nachname, NAME",
        "therapist_name, NAME",
        "Address, ADDRESS",
        "address_line_1, ADDRESS",
        "Straße, ADDRESS",
        "STRASSE, ADDRESS",
        "home street, ADDRESS",
        "postcode, POSTCODE",
        "PostCode, POSTCODE",
        "zip_code, POSTCODE",
        "PLZ, POSTCODE",
        "phone, PHONE",
        "Phone Number, PHONE",
        "mobile, PHONE",
        "Telefon, PHONE",
        "Tel., PHONE",
        "e-mail, EMAIL",
        "patientEmail, EMAIL",
        "email address, EMAIL",
        "dob, BIRTH_DATE",
        "D.O.B., BIRTH_DATE",
        "dateOfBirth, BIRTH_DATE",
        "dateofbirth, BIRTH_DATE",
        "birth_date, BIRTH_DATE",
        "Geburtsdatum, BIRTH_DATE",
        "NHS number, NHS_NUMBER",
        "NHSNumber, NHS_NUMBER",
        "nhs_no, NHS_NUMBER",
        "insurance_number, INSURANCE_NUMBER",
        "Versichertennummer, INSURANCE_NUMBER",
        "Versicherten-Nr., INSURANCE_NUMBER"
    })
    void row47KnowsWhatIdentifiersAreCalled(String name, IdentifierKind kind) {
        assertThat(IdentifierNames.kind(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technique_name",
                "measure_name",
                "clinic_name",
                "Provider Name",
                "filename",
                "file_name",
                "Organisation Name",
                "patient_id",
                "session_id",
                "practitioner_id",
                "clinic_address",
                "phone_consultation",
                "mobility_before",
                "birth_weight",
                "telerehab",
                "insurance_type",
                "NHS Trust",
                "age_band",
                "id",
                "sex",
                "names_of_techniques",
                "ort",
                "medication"
            })
    void row47LeavesHarmlessNamesAlone(String name) {
        assertThat(IdentifierNames.kind(name)).isEmpty();
    }

    @Test
    void row47AColumnLeftOutByNameIsNotLookedAt() {
        List<String> names = List.of("pain", "surname", " dob ");
        assertThat(IdentifierNames.firstOf(names, Set.of()))
                .map(Identified::sentence)
                .contains(
                        "has the column 'surname', which is named like one of names of people; remove it where the file"
                                + " is made, or leave it out on purpose (ignore: [surname]); as an id use a pseudonym.");
        assertThat(IdentifierNames.firstOf(names, Set.of("surname")))
                .map(Identified::column)
                .contains("dob");
        assertThat(IdentifierNames.firstOf(names, Set.of("surname", "dob"))).isEmpty();
    }

    @Test
    void row47ShowsNoNumberOfANameThatMayBeARecord() {
        assertThat(IdentifierNames.firstOf(List.of("address_line_1"), Set.of()))
                .map(Identified::sentence)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'address_line_1'"));
        assertThat(IdentifierNames.firstOf(List.of("phone 07700900123"), Set.of()))
                .map(Identified::sentence)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'phone ???????????'"));
    }
}
