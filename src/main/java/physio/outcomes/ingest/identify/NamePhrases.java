package physio.outcomes.ingest.identify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which columns that identify people are called, English and German, as {@link HeaderWords} writes them. */
final class NamePhrases {
    /** Whose name, address or number it is when it is nobody's: that of an organisation identifies no patient. */
    static final Set<String> ORGANISATIONS = Set.of(
            "clinic",
            "provider",
            "practice",
            "site",
            "organisation",
            "organization",
            "hospital",
            "company",
            "trust",
            "web",
            "klinik",
            "praxis",
            "einrichtung",
            "krankenhaus");

    /** What follows a word such as phone when the column says how somebody was seen. */
    static final Set<String> CONTACTS = Set.of(
            "consultation",
            "call",
            "calls",
            "session",
            "sessions",
            "visit",
            "visits",
            "appointment",
            "review",
            "based",
            "termin",
            "beratung");

    private static final List<String> PEOPLE = List.of(
            "patient",
            "patients",
            "patienten",
            "client",
            "klient",
            "klienten",
            "person",
            "customer",
            "member",
            "participant",
            "subject",
            "therapist",
            "practitioner",
            "clinician",
            "doctor",
            "physician",
            "physio",
            "physiotherapist",
            "nurse",
            "consultant",
            "gp",
            "carer",
            "parent",
            "mother",
            "father",
            "spouse",
            "partner",
            "guardian",
            "kin",
            "contact",
            "therapeut",
            "therapeuten",
            "arzt",
            "behandler",
            "versicherten");

    /** These in a row anywhere in a column's name. */
    static final Map<IdentifierKind, List<List<String>>> ANYWHERE = anywhere();

    /** These only as a column's whole name: in a longer one they mean something else, as in {@code technique_name}. */
    static final Map<IdentifierKind, List<List<String>>> ALONE = phrases(Map.of(
            IdentifierKind.NAME, "name,names,namen",
            IdentifierKind.EMAIL, "mail",
            IdentifierKind.PHONE, "mobile,mobil",
            IdentifierKind.BIRTH_DATE, "born,geboren",
            IdentifierKind.NHS_NUMBER, "nhs"));

    private NamePhrases() {}

    private static Map<IdentifierKind, List<List<String>>> anywhere() {
        Map<IdentifierKind, List<List<String>>> phrases = phrases(Map.of(
                IdentifierKind.EMAIL,
                "email,e mail,emails,emailaddress,mail address,mailadresse,emailadresse",
                IdentifierKind.BIRTH_DATE,
                "dob,d o b,date birth,dateofbirth,birth date,birthdate,birth day,birthday,geburtsdatum,geburtstag,"
                        + "gebdatum,gebdat,geb datum,geb dat,geb",
                IdentifierKind.NHS_NUMBER,
                "nhs number,nhs no,nhs nr,nhs num,nhs id,nhsnumber,nhsno",
                IdentifierKind.INSURANCE_NUMBER,
                "insurance number,insurance no,insurance nr,insurance num,insurance id,versichertennummer,"
                        + "versicherten nummer,versicherten nr,versicherten id,versicherungsnummer,versicherungs nummer,"
                        + "versicherungs nr,krankenversichertennummer,krankenversicherungsnummer,kvnr,kv nr,kv nummer,"
                        + "sozialversicherungsnummer,svnr,rentenversicherungsnummer,nino,ni number,ssn,social security,"
                        + "passport,medicare number,policy number,policy no",
                IdentifierKind.PHONE,
                "phone,phonenumber,telephone,tel,fax,telefax,mobile number,mobile no,mobile phone,cell phone,cellphone,"
                        + "telefon,telefonnummer,handy,handynummer,mobilnummer,mobiltelefon,rufnummer,festnetz",
                IdentifierKind.POSTCODE,
                "postcode,post code,postal code,postalcode,zip,zipcode,plz,postleitzahl",
                IdentifierKind.ADDRESS,
                "address,addr,street,house number,house no,adresse,anschrift,wohnadresse,strasse,hausnummer,wohnort",
                IdentifierKind.NAME,
                "first name,firstname,last name,lastname,full name,fullname,family name,familyname,given name,givenname,"
                        + "middle name,maiden name,birth name,surname,sur name,forename,fore name,name first,name last,"
                        + "vorname,vornamen,nachname,zuname,familienname,geburtsname,rufname,patientenname"));
        phrases.merge(IdentifierKind.NAME, namesOfPeople(), (written, made) -> {
            written.addAll(made);
            return written;
        });
        return phrases;
    }

    private static List<List<String>> namesOfPeople() {
        List<List<String>> phrases = new ArrayList<>();
        for (String person : PEOPLE) {
            phrases.add(List.of(person, "name"));
            phrases.add(List.of("name", person));
        }
        return phrases;
    }

    private static Map<IdentifierKind, List<List<String>>> phrases(Map<IdentifierKind, String> written) {
        Map<IdentifierKind, List<List<String>>> phrases = new EnumMap<>(IdentifierKind.class);
        written.forEach((kind, text) -> {
            List<List<String>> lists = new ArrayList<>();
            for (String phrase : text.split(",", -1)) {
                lists.add(List.of(phrase.split(" ", -1)));
            }
            phrases.put(kind, lists);
        });
        return phrases;
    }
}
