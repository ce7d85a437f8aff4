package it.sportello.domain.parameter;

/**
 * Where a value is wanted. Empty texts mean "at no particular one": then only the more general layers count.
 *
 * @param region three digits, such as {@code 050}
 * @param authority six digits, such as {@code 050503}
 * @param site the code of the site
 */
public record ParameterScope(String region, String authority, String site) {
    public static final ParameterScope NATIONAL = new ParameterScope("", "", "");

    /** The scope of an authority, whose first three digits are its region. */
    public static ParameterScope ofAuthority(String authority) {
        return new ParameterScope(authority.substring(0, 3), authority, "");
    }

    public ParameterScope atSite(String code) {
        return new ParameterScope(region, authority, code);
    }

    String at(ParameterLayer layer) {
        return switch (layer) {
            case NATIONAL -> "";
            case REGION -> region;
            case AUTHORITY -> authority;
            case SITE -> site;
        };
    }
}
