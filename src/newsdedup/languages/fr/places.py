"""French place names and administrative levels."""

from __future__ import annotations

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

PLACES = Places(
    levels=named("""
        région province, région de province, province de province, département district, département de district,
        département du district, département de la district, canton district, arrondissement district, ville de other,
        commune de commune, commune commune, village de commune, état de province, état du province
    """),
    national=words(
        "dans tout le pays, à travers le pays, sur tout le territoire, dans toute la france, à l'échelle nationale"
    ),
    whole=words("toute la, tout le, l'ensemble du, l’ensemble du, l'ensemble de la, l’ensemble de la"),
    of=words("du, de la, dans le, dans la"),
    apart=("rien que", "pour la seule", "dans la seule"),
    at=words("à, a, en, près de, au large de, aux abords de, dans la région de, dans le, dans la, dans les, au, aux"),
    countries=words("""
        France, Belgique, Suisse, Luxembourg, Monaco, Allemagne, Italie, Espagne, Portugal, Royaume-Uni, Angleterre, Irlande,
        Pays-Bas, Danemark, Norvège, Suède, Finlande, Islande, Autriche, Pologne, Tchéquie, Slovaquie, Hongrie, Roumanie,
        Bulgarie, Grèce, Turquie, Ukraine, Russie, Biélorussie, Moldavie, Serbie, Croatie, Bosnie, Albanie, Kosovo, Chypre,
        Malte, Maroc, Algérie, Tunisie, Libye, Égypte, Soudan, Soudan du Sud, Éthiopie, Somalie, Kenya, Ouganda, Rwanda,
        Burundi, Tanzanie, République démocratique du Congo, RDC, Congo, Gabon, Cameroun, Centrafrique, Tchad, Niger, Nigeria,
        Bénin, Togo, Ghana, Côte d'Ivoire, Burkina Faso, Mali, Sénégal, Gambie, Guinée, Mauritanie, Madagascar, Comores,
        Maurice, Mozambique, Zimbabwe, Afrique du Sud, Angola, États-Unis, Canada, Mexique, Haïti, Cuba, Brésil, Argentine,
        Chili, Pérou, Colombie, Venezuela, Équateur, Bolivie, Chine, Japon, Corée du Sud, Corée du Nord, Inde, Pakistan,
        Bangladesh, Népal, Sri Lanka, Birmanie, Thaïlande, Laos, Cambodge, Vietnam, Viêt Nam, Malaisie, Singapour, Indonésie,
        Philippines, Taïwan, Australie, Nouvelle-Zélande, Iran, Irak, Syrie, Liban, Israël, Palestine, Jordanie,
        Arabie saoudite, Yémen, Qatar, Émirats arabes unis, Koweït, Oman, Afghanistan
    """),
    not_places=words("""
        gendarmerie, police, préfecture, parquet, ministère, président, sénat, assemblée, état, conseil, noël, pâques,
        internet, facebook, twitter, afp, monsieur, madame, dieu
    """),
)
