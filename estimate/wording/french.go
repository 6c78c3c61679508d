package wording

var french = language{
	code: "fr", name: "French",
	decimalComma: true, pointGroups: true, andTens: true, vigesimal: true,
	words: []group{
		// Number words. Seventy and ninety go on from sixty and eighty, but in
		// Belgium and Switzerland have words of their own.
		{unit(0), "zéro"},
		{sense{roles: roleUnit | roleArticle, value: 1}, "un, une"},
		{unit(2), "deux"}, {unit(3), "trois"}, {unit(4), "quatre"}, {unit(5), "cinq"}, {unit(6), "six"},
		{unit(7), "sept"}, {unit(8), "huit"}, {unit(9), "neuf"}, {unit(10), "dix"}, {unit(11), "onze"},
		{unit(12), "douze"}, {unit(13), "treize"}, {unit(14), "quatorze"}, {unit(15), "quinze"},
		{unit(16), "seize"}, {unit(20), "vingt"}, {unit(30), "trente"}, {unit(40), "quarante"},
		{unit(50), "cinquante"}, {unit(60), "soixante"}, {unit(70), "septante"},
		{unit(80), "quatre-vingt, quatre-vingts, quatre vingt, quatre vingts, octante, huitante"}, {unit(90), "nonante"},
		{times(100), "cent, cents"}, {scale(1e3), "mille, mil"},
		{scale(1e6), "million"}, {scale(1e9), "milliard"}, {scale(1e12), "billion"},
		{sense{roles: roleScale | rolePlural, value: 1e6}, "millions"},
		{sense{roles: roleScale | rolePlural, value: 1e9}, "milliards"},
		{scale(1e12), "billions"},
		{suffix(1e3), "k"}, {suffix(1e6), "m"}, {suffix(1e9), "md, mds"},
		// The nouns in -aine are round numbers; "quarantaine" alone is a quarantine.
		{round(8), "une huitaine"}, {round(10), "dizaine, bonne dizaine, petite dizaine"},
		{round(12), "douzaine, bonne douzaine"}, {round(15), "quinzaine, bonne quinzaine, petite quinzaine"},
		{round(20), "vingtaine, bonne vingtaine, petite vingtaine"},
		{round(30), "trentaine, bonne trentaine, petite trentaine"},
		{round(40), "une quarantaine, la quarantaine de, une bonne quarantaine, une petite quarantaine"},
		{round(50), "cinquantaine, bonne cinquantaine, petite cinquantaine"}, {round(60), "soixantaine"},
		{round(100), "centaine, bonne centaine, petite centaine"}, {round(1e3), "millier, bon millier, petit millier"},
		{plural(10), "dizaines, dizaines et dizaines"}, {plural(12), "douzaines"}, {plural(20), "vingtaines"},
		{plural(100), "centaines, centaines et centaines"}, {plural(1e3), "milliers, milliers et milliers"},
		{quantifier(couple), "une paire, un ou deux, une ou deux"},
		{sense{roles: roleQuantifier | roleBefore, term: few, before: about}, "quelques"}, // quelques 200: about
		{quantifier(several), "plusieurs, divers, diverses"},
		{quantifier(handful), "poignée, une poignée, petite poignée, une petite poignée"},
		{quantifier(many), "nombreux, nombreuses, de nombreux, de nombreuses, beaucoup, beaucoup de, un grand nombre, grand nombre, maints, maintes"},
		{as(roleAnd), "et, &, ainsi que, et à, et d'autres"},
		{sense{roles: roleOf | roleFiller | roleYear}, "de, du, d'"},
		{sense{roles: roleArticle | roleOf | roleOutOf}, "des"}, // des dizaines; trois des 300
		{as(roleHalf), "demi, demie"},
		{as(roleZero), "aucun, aucune, pas un, pas une, pas un seul, pas une seule, nul, nulle, personne n', personne ne"},
		{sense{roles: roleZero | rolePeople}, "personne"},
		{sense{roles: roleZero | roleMeasure, measure: killed}, "pas de mort, pas de morts, sans faire de mort, sans faire de morts, sans mort, pas eu de mort, pas eu de morts, n'a pas fait de mort, n'a pas fait de morts, ni mort"},
		{sense{roles: roleZero | roleMeasure, measure: wounded}, "pas de blessé, pas de blessés, pas eu de blessé, pas eu de blessés, sans faire de blessé, sans faire de blessés, n'a pas fait de blessé, n'a pas fait de blessés, ni blessé"},
		{sense{roles: roleZero | roleMeasure, measure: killedOrWounded}, "pas de victime, pas de victimes, sans faire de victime, sans faire de victimes, sans victime, pas eu de victime, pas eu de victimes, n'a pas fait de victime, n'a pas fait de victimes, n'ont pas fait de victimes, ni victime"},
		{as(roleUnknown), "un nombre inconnu, nombre inconnu, un nombre indéterminé, nombre indéterminé, un nombre non précisé, nombre non précisé, un nombre non déterminé, un nombre indéfini, un nombre incertain, un nombre encore inconnu, un nombre encore indéterminé, un nombre toujours inconnu, une quantité inconnue, un chiffre inconnu"},

		// Hedges before a number.
		{before(exactly), "exactement, précisément, très exactement, un total de, un total d', au total, en tout, total de"},
		{before(about), "environ, env, env., quelque, autour de, autour d', aux alentours de, aux alentours d', aux environs de, alentour de, à peu près, approximativement, à peu de chose près, de l'ordre de, de l'ordre d', grosso modo, plus ou moins, peu ou prou, estimé à, estimée à, estimés à, estimées à, évalué à, évalués à, on estime à, une estimation de, une moyenne de, avoisine, avoisinent, avoisinant, avoisinait, tourne autour de, tournent autour de, ~, ≈, ±"},
		{sense{roles: roleBefore | roleModal, before: about, modality: possible}, "avoisinerait, avoisineraient"},
		{before(nearly), "près de, près d', près des, tout près de, presque, pas loin de, pas loin d', non loin de, pratiquement, quasi, quasiment, un peu moins de, un peu moins d', à peine moins de, légèrement moins de, proche de, proches de, proche des, approche, approchent, approchant, approche de, approche les, frôle les, frôlent les, frôlant les"},
		{before(atLeast), "au moins, au minimum, à minima, a minima, un minimum de, un minimum d', minimum, minimum de, pas moins de, pas moins d', pas moins que, non moins de, au bas mot, à tout le moins, tout au moins, du moins, à partir de, ≥, > =, ⩾, rien moins que, n'est pas inférieur à, pas inférieur à"},
		{before(moreThan), "plus de, plus d', plus des, plus que, au-delà de, au-delà d', au-delà des, au delà de, au delà des, au-dessus de, au-dessus d', au-dessus des, au dessus de, supérieur à, supérieure à, supérieurs à, supérieures à, supérieur aux, bien plus de, bien plus d', beaucoup plus de, nettement plus de, largement plus de, un peu plus de, un peu plus d', légèrement plus de, guère plus de, dépasse, dépassent, dépassé, dépassée, dépassaient, dépassait, dépasser, dépassant, excède, excèdent, excédé, excédait, excéder, excédant, franchi la barre des, franchi le seuil des, franchit la barre des, franchi le cap des, passé la barre des, franchir la barre des, >, surpasse"},
		{sense{roles: roleBefore, before: moreThan, modality: likely}, "dépassera, dépasseront, devrait dépasser, devraient dépasser, va dépasser"},
		{sense{roles: roleBefore | roleModal, before: moreThan, modality: possible}, "dépasserait, dépasseraient, excéderait, excéderaient"},
		{before(atMost), "jusqu'à, jusqu'au, jusqu'aux, au plus, au maximum, tout au plus, au grand maximum, un maximum de, un maximum d', maximum, maximum de, pas plus de, pas plus d', pas plus que, pas au-delà de, ne dépasse pas, ne dépassent pas, ne dépassant pas, n'excède pas, n'excédant pas, n'a pas dépassé, ≤, < =, ⩽, pas supérieur à"},
		{before(fewerThan), "moins de, moins d', moins des, bien moins de, beaucoup moins de, nettement moins de, en dessous de, en dessous d', en-dessous de, au-dessous de, au dessous de, inférieur à, inférieure à, inférieurs à, inférieures à, n'atteint pas, sous la barre des, sous le seuil des, <"},
		// Hedges after a number.
		{after(atLeast), "ou plus, ou davantage, ou même plus, voire plus, voire davantage, sinon plus, peut-être plus, peut-être davantage, et plus, et davantage, et au-delà, ou au-delà, +, au moins, au minimum, minimum, au bas mot, ou supérieur"},
		{after(atMost), "ou moins, voire moins, et moins, au plus, au maximum, maximum, tout au plus, peut-être moins"},
		{after(about), "environ, à peu près, plus ou moins, approximativement, à peu de chose près, peu ou prou"},
		{after(exactly), "exactement, au total, en tout, en tout et pour tout, tout rond"},

		// How firmly it is said: the conditional is what a newspaper has not verified.
		{modal(possible), "pourrait, pourraient, pourrait avoir, pourraient avoir, pourrait être, pourraient être, pourrait bien, pourraient bien, pourrait avoir été, pourraient avoir été, peut, peuvent, peut avoir, peuvent avoir, aurait, auraient, aurait été, auraient été, serait, seraient, aurait fait, auraient fait, ferait, feraient, s'élèverait, s'élèveraient, s'établirait, atteindrait, atteindraient, possible, possibles, possiblement, éventuellement, potentiellement, il est possible que, il se peut que, peut-être, on craint, craint, craignent, est à craindre"},
		{modal(likely), "on s'attend à ce que, il faut s'attendre à ce que, probablement, probable, probables, sans doute, vraisemblablement, vraisemblable, il est probable que, apparemment, présumé, présumés, présumées, selon toute probabilité, selon toute vraisemblance, serait probablement, seraient probablement"},
		{modal(highlyLikely), "très probablement, très vraisemblablement, presque certainement, quasi certainement, presque sûrement, sans aucun doute, fort probablement, hautement probable, très probable"},

		// Ranges.
		{as(roleBetween), "entre, depuis, compris entre, comprise entre, oscille entre, oscillent entre, varie entre, varient entre, se situe entre, se situerait entre, dans une fourchette de, une fourchette de"},
		{sense{roles: roleTo | roleFiller}, "à, a"}, // one word once accents are folded
		{as(roleTo), "ou"},
		{as(rolePerhaps), "voire, peut-être, peut-être même, sinon, si ce n'est, ou même, ou peut-être, et peut-être, possiblement, éventuellement, voire même, et même, et possiblement, potentiellement, ou voire"},
		{as(roleInterval), "ic, intervalle de confiance, intervalle de crédibilité, intervalle d'incertitude"},

		// What says nothing of the number.
		{as(roleFiller), "le, la, l', les, ce, c', cet, cette, ces, qui, que, qu', se, s', ne, n', y, en, il, ils, elle, elles, on, y a, il y a, ont, eu, avait, avaient, avoir, ayant, est, sont, été, était, étaient, être, étant, fut, furent, soit, soient, ait, aient, fait, faisant, font, fasse, faire, fit, fait état d', fait état de, faisait état de, faisant état de, font état de, ont fait état de, a fait état de, a fait, ont fait, laissé, laissant, laisse, a laissé, causé, causant, cause, provoqué, provoquant, recensé, recensés, recensées, recense, dénombre, dénombré, dénombrés, compte, compté, enregistré, signalé, signalés, annoncé, confirmé, confirmés, confirme, confirment, s'élève à, s'élevait à, s'élevant à, s'élève, s'établit à, s'est alourdi à, s'alourdit à, porté, atteint, atteignait, nombre, nombre de, chiffre, bilan, total, décompte, autres, autre, supplémentaires, supplémentaire, nouveaux, nouvelles, nouveau, encore, déjà, aussi, également, toujours, désormais, seulement, à peine, seul, seule, seuls, seules, hier, maintenant, jusqu'à présent, jusqu'ici, à ce jour, à ce stade, à l'heure actuelle, pour l'instant, pour le moment, plus, dernier, derniers, dernières, officiel, officielle, officiels, officiellement, son, sa, ses, leur, leurs, notre, nos, tous, toutes, tout, chaque, grièvement, gravement, grave, graves, légèrement, léger, légers, sérieusement, très, jeune, jeunes, petits, même, mêmes, israélien, israéliens, israélienne, ukrainien, ukrainiens, ukrainienne, ukrainiennes, russe, russes, palestinien, palestinienne, palestiniennes, syriens, nord-coréens, français, française, françaises, maliens, burkinabè, congolais, soudanais, libanais, américains, étrangers, armés, armées, innocents"},
		{as(roleYear), "depuis, avant, après, dès, fin, début, mi, courant, année, l'année, l'an, en, été, printemps, automne, hiver, entre"},
		// Prepositions and the like, which show the language.
		{as(0), "dans, avec, par, pour, sur, sous, chez, vers, contre, lors, pendant, durant, au, aux, où, mais, donc, car, gouvernement, armée, ministère, police, attaque, attaques, bombardement, bombardements, frappe, frappes, attentat, séisme, explosion, fusillade, combats, affrontements, guerre, ville, pays, autorités, hôpital, maire, gouverneur, président, porte-parole, rapport, hier, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, matin, soir"},

		// Fractions and ordinals.
		{as(roleFraction), "tiers, moitié, quart, quarts, cinquième, cinquièmes, dixièmes, centième, millième, majorité, plupart, minorité, proportion, part, sixièmes, septièmes, huitièmes, neuvièmes"},
		{sense{roles: roleFraction, reason: Percentage}, "%, pour cent, pourcent, pour-cent, points de pourcentage, point de pourcentage"},
		{as(roleOrdinal), "premier, première, premiers, premières, deuxième, second, seconde, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième, dixième, onzième, douzième, treizième, quatorzième, quinzième, seizième, vingtième, trentième, quarantième, cinquantième, soixantième, centième, millième, unième, er, ère, re, e, ème, ième, nd, nde, eme, ᵉ, °, º"},
		{as(roleInFraction), "sur"},
		{as(roleOutOf), "sur un total de, sur un total d', sur les, d'un total de"},

		// Those counted.
		{as(rolePeople), "personnes, personne, gens, hommes, homme, femmes, femme, enfants, enfant, garçons, garçon, filles, fille, fillette, fillettes, nourrissons, nourrisson, bébés, bébé, mineurs, mineur, adolescents, adolescent, adolescente, adultes, adulte, vieillards, civils, civil, habitants, habitant, résidents, villageois, villageoise, citoyens, ressortissants, ressortissant, soldats, soldat, militaires, militaire, troupes, combattants, combattant, miliciens, rebelles, rebelle, insurgés, insurgé, jihadistes, djihadistes, jihadiste, djihadiste, terroristes, terroriste, assaillants, assaillant, mercenaires, mercenaire, recrues, conscrits, appelés, officiers, officier, sous-officiers, sous-officier, parachutistes, marins, marin, casques bleus, casque bleu, policiers, policier, policière, gendarmes, gendarme, agents, agent, gardes, garde, pompiers, pompier, médecins, médecin, infirmiers, infirmières, infirmière, soignants, secouristes tués, humanitaires, travailleurs humanitaires, journalistes, journaliste, reporters, ouvriers, ouvrier, employés, employé, employée, travailleurs, travailleur, fonctionnaires, pêcheurs, pêcheur, agriculteurs, paysans, paysan, enseignants, enseignant, professeurs, professeur, élèves, élève, étudiants, étudiant, étudiante, écoliers, passagers, passager, passagère, membres d'équipage, pilotes, pilote, chauffeur, touristes, touriste, pèlerins, fidèles, manifestants, manifestant, migrants, migrant, réfugiés syriens, détenus, détenu, otages, otage, patients, patient, proches, frères, frère, sœurs, sœur, bénévoles, volontaires, volontaire, militants, militante, suspects, suspect, membres, membre, êtres humains, âmes, palestiniens, israéliens, ukrainiens, russes, français, maliens, burkinabè, congolais, soudanais, syriens, libanais, irakiens, américains, étrangers, nord-coréens, spectateurs, passants, prêtre, maîtres, victimes de violences, victimes d'abus, victimes d'agressions"},
		{sense{roles: rolePeople | roleMeasure, measure: killed}, "morts, mort, morte, mortes, décès, décédés, décédées, décédé, décédée, tués, tuées, tué, tuée, assassinés, assassinées, assassiné, assassinée, exécutés, exécutées, massacrés, massacrées, abattus, abattu, noyés, noyées, meurtres, meurtre, homicides, homicide, assassinats, féminicides, martyrs, martyr, vies, vies humaines, victimes mortelles, défunts, mort-nés"},
		{sense{roles: rolePeople | roleMeasure, measure: wounded}, "blessés, blessées, blessé, blessée, hospitalisés, hospitalisées, hospitalisé, brûlés"},
		{sense{roles: rolePeople | roleMeasure, measure: missing}, "disparus, disparues, disparu, disparue, portés disparus, portées disparues, porté disparu"},
		{sense{roles: rolePeople | roleMeasure, measure: captured}, "capturés, capturées, capturé, capturée, prisonniers, prisonnier, prisonnières, prisonniers de guerre, prisonnier de guerre, captifs, faits prisonniers, fait prisonniers, fait prisonnier"},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrWounded}, "victimes, victime, morts et blessés, morts ou blessés, tués et blessés, tués ou blessés, tuées ou blessées, tuées et blessées, tués ou grièvement blessés, blessés et tués, blessés et morts, blessés ou tués, morts ou blessées, mis hors de combat, hors de combat"},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrMissing}, "morts et disparus, morts ou disparus, mortes ou disparues, tués ou disparus, tués ou portés disparus, morts ou portés disparus, disparus ou morts"},
		{sense{roles: rolePeople | roleMeasure, measure: displaced}, "déplacés, déplacées, déplacé, déplacée, déplacés internes, personnes déplacées, réfugiés, réfugiées, sans-abri, évacués, évacuées"},
		{sense{roles: rolePeople | roleMeasure, measure: bodies}, "corps, cadavres, cadavre, dépouilles, dépouille, corps sans vie, ossements"},

		// What befell them. Verbs that take the dead as object count what follows.
		{counts(killed), "péri, périssent, périr, meurent, meurt, mourir, mouraient, moururent, mourut, perdu la vie, perdre la vie, perdent la vie, perd la vie, perdant la vie, trouvé la mort, trouver la mort, trouvent la mort, succombé, la mort, mortel, mortelle, mortels, nombre de morts, nombre de tués, nombre de décès, bilan des morts, bilan humain, bilan mortel, sans vie, fusillés, égorgés, décapités, lynchés, éliminés"},
		{sense{roles: roleMeasure | roleForward, measure: killed}, "a tué, ont tué, avait tué, avaient tué, avoir tué, tuent, tuant, tuer, tua, tuèrent, a assassiné, ont assassiné, a abattu, ont abattu, abattent, a exécuté, ont exécuté, a massacré, ont massacré, massacrant, coûté la vie, coûté la vie à, a coûté la vie à, ont coûté la vie à, coûtant la vie à, coûte la vie à, a éliminé, ont éliminé, donné la mort à"},
		{sense{roles: roleMeasure | roleForward, measure: killed, modality: possible}, "aurait tué, auraient tué, pourrait avoir tué, pourraient avoir tué, aurait abattu, auraient abattu, aurait exécuté, auraient exécuté"},
		{sense{roles: roleMeasure | roleForward, measure: wounded, modality: possible}, "aurait blessé, auraient blessé"},
		{counts(wounded), "entre la vie et la mort, dans un état grave, dans un état critique, en soins intensifs, en réanimation, en urgence absolue, blessures, sont soignés, sont soignées, soignés"},
		{sense{roles: roleMeasure | roleForward, measure: wounded}, "a blessé, ont blessé, avait blessé, avaient blessé, avoir blessé, blessent, blessant, blesser, en a blessé, en ont blessé"},
		{counts(missing), "manquent à l'appel, manque à l'appel, manquaient à l'appel, introuvables, ont disparu, a disparu, est portée disparue, sans nouvelles"},
		{counts(captured), "se sont rendus, s'est rendu, se sont rendues, ont déposé les armes, reddition"},
		{sense{roles: roleMeasure | roleForward, measure: captured}, "a capturé, ont capturé, avait capturé, avoir capturé, capturent, capturant, capturer, a fait prisonniers, ont fait prisonniers"},
		{counts(killed), "pertes humaines, pertes en vies humaines, perte de vies humaines"},
		{counts(irrecoverable), "pertes irrécupérables, pertes définitives, pertes irréversibles, pertes irrémédiables"},
		{counts(totalLosses), "pertes totales, tués blessés et disparus, tués blessés ou disparus, morts blessés et disparus, tués blessés ou capturés"},
		{counts(losses), "pertes, perte, perdu, perdre, perd, perdent, perdant, avoir perdu"},
		// Killed, captured or surrendered, as those say who use it.
		{counts(losses), "neutralisés, neutralisées"},
		{sense{roles: roleMeasure | roleForward, measure: losses}, "a neutralisé, ont neutralisé"},
		{counts(excess), "surmortalité, décès en excès, excès de décès, décès excédentaires, excès de mortalité, décès supplémentaires"},
		{counts(displaced), "fui, fuient, fuyant, ont dû fuir, fuir, quitté leur foyer, quitté leurs foyers, quitter leurs foyers, quitté leur domicile, chassés, chassées, déracinés, déplacement"},
		{counts(deployed), "déployés, déployées, déployé, déploie, déploient, déployer, déploiement, envoyés, envoyé, mobilisés"},
		{counts(bodies), "exhumés, exhumées, exhumé, enterrés, inhumés, charniers, fosses communes, fosse commune"},

		// Not the toll. "Arrêtés" and "interpellés" are arrested, not captured.
		{sense{roles: roleLabel | roleSpared, reason: OtherCount}, "condamné, condamnés, condamnée, condamnées, a condamné, échange de prisonniers, échanges de prisonniers, le retour de, la libération de"},
		{not(OtherCount), "arrêtés, arrêtées, arrêté, arrêtée, interpellés, interpellées, interpellé, arrestations, interpellations, gardes à vue, inculpés, condamnés, survivants, survivantes, survivant, survécu, rescapés, rescapées, rescapé, sauvés, secourus, secourues, secouristes, sains et saufs, indemnes, indemne, libérés, libérées, libéré, échangés, sinistrés, sinistrées, affectés, touchés, vaccinés, contaminés, contaminations, chars, char, blindés, blindé, véhicules, véhicule, camions, camion, voitures, voiture, autobus, bus, autocars, trains, train, wagons, avions, avion, appareils, chasseurs, hélicoptères, hélicoptère, drones, drone, missiles, missile, roquettes, roquette, obus, bombes, bombe, mines, grenades, munitions, armes, arme, fusils, canons, mortiers, lanceurs, batteries, navires, navire, bateaux, bateau, embarcations, embarcation, sous-marins, bâtiments, bâtiment, immeubles, immeuble, maisons, maison, habitations, logements, logement, foyers, appartements, écoles, école, hôpitaux, hôpital, cliniques, églises, mosquées, commerces, boutiques, ponts, pont, villages, village, villes, localités, localité, communes, quartiers, districts, provinces, régions, départements, états, pays, camps, zones, sites, lieux, positions, cibles, objectifs, attaques, attaque, frappes, frappe, bombardements, raids, raid, attentats, attentat, incursions, combats, affrontements, explosions, explosion, incidents, incident, opérations, opération, brigades, bataillons, régiments, divisions, compagnies, unités, groupes, équipes, familles, famille, ménages, cas, rapports, sources, témoins, experts, photos, images, vidéos, animaux, chiens, moutons, têtes de bétail, bovins, arbres, pièces, voix, sièges, points, buts, étages, étage, chambres, lits, ambulances, vols, fois, types, sortes, parties, usines, utilisateurs, abonnés, tombes, répliques, accords, enquêtes, plaintes"},
		{not(Duration), "secondes, minutes, minute, heures, heure, jours, jour, journées, semaines, semaine, mois, années, décennies, décennie, siècles, siècle, nuits, nuit"},
		{not(Age), "ans, an, ans d'âge"},
		{not(Clock), "h, gmt, utc, heure locale, heures locales, heures gmt, heures du matin, heures du soir"},
		{not(Measurement), "km, kilomètres, kilomètre, mètres, mètre, cm, centimètres, mm, millimètres, millimètre, hectares, hectare, tonnes, tonne, kg, kilos, kilo, kilogrammes, grammes, litres, litre, degrés, degré, milles nautiques, miles, pieds, pouces, mégawatts, kilowatts, barils, nœuds"},
		{as(roleCurrency), "$, €, £, us$, usd, eur, dollars, dollar, euros, euro, francs, franc, fcfa, cfa, francs cfa, livres, roubles, rouble, hryvnias, yens, yuans, dinars, dirhams, gourdes, centimes"},
		{sense{roles: roleLabel, reason: Age}, "âgé de, âgée de, âgés de, âgées de, l'âge de, âge"},
		{sense{roles: roleLabel, reason: Clock}, "vers les, aux environs de midi"},
		{as(roleLabel), "n°, nº, numéro, vol, page, pages, article, articles, chapitre, section, paragraphe, résolution, décret, loi, ordre, brigade, division, bataillon, régiment, compagnie, escadron, rue, avenue, route, autoroute, nationale, ligne, canal, chaîne, porte, salle, chambre, bloc, district, zone, secteur, groupe, niveau, phase, étape, catégorie, classe, type, modèle, version, magnitude, covid, apollo, boeing, airbus, annexe, dossier, accord, protocole, figure, tableau, jour, semaine, point"},
		{sense{roles: roleLabel | roleAbbreviation}, "art, vol, fig, chap, no, p, pp"},
		{as(roleAbbreviation), "dr, pr, gén, gal, col, cdt, lt, cap, env, av, apr, etc, st, ste, mgr, bd, janv, févr, avr, juil, oct, nov, déc"},
		{as(roleMonth), "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, janv, févr, avr, juil, oct, nov, déc"},

		// What the sentence does with the number.
		{as(roleDenial), "démenti, dément, démentent, démentir, démentant, a démenti, ont démenti, nié, nie, nient, nier, niant, a nié, ont nié, réfuté, réfute, réfutent, réfutant, rejeté, rejette, rejettent, contesté, conteste, contestent, n'a pas confirmé, n'ont pas confirmé, sans confirmer, refusé de confirmer, aucune preuve que, aucune preuve de, il est faux que, il est faux de dire que, faux que, pas vrai que, faussement, à tort, rétracté"},
		{as(roleUntrue), "faux, fausse, fausses, mensonge, mensonges, mensonger, mensongers, mensongère, mensongères, infondé, infondée, infondés, infondées, démenti par, démentie, démentis, démenties, démentie par, démentis par, démenties par, été démenti, été démenties, erroné, erronée, erronés, erronées, inexact, inexacte, inexacts, inexactes, inventé, inventés, inventées, fabriqué, infox, intox, désinformation, propagande, exagéré, exagérés, exagérée, exagérées, sans fondement, pas vrai, réfuté par, réfutée par, rejetée par, contredit par"},
		{as(roleEarlier), "contre, et non, et non pas, initialement, auparavant, précédemment, antérieurement, un précédent bilan, précédent bilan, le précédent bilan, un précédent bilan de, bilan précédent, un bilan précédent, bilan précédent de, un bilan précédent de, le bilan précédent de, un premier bilan, le premier bilan, un premier bilan de, premier bilan, un bilan initial de, bilan initial, un bilan provisoire précédent, dernier bilan précédent, au lieu de, au lieu des, plutôt que, comparé à, comparés à, par rapport à, par rapport aux, un chiffre précédent de, le chiffre précédent de, chiffre initial de, dans un premier temps, d'abord, après avoir annoncé"},
		{as(roleIncluding), "dont, parmi lesquels, parmi lesquelles, parmi eux, parmi elles, y compris, notamment, d'entre eux, d'entre elles, incluant, parmi ceux-ci"},
		{as(roleRises), "passé, passe, passent, passer, passant, passait, est passé, monté, monte, augmenté, augmente, grimpé, bondi, progressé, révisé, revu, revu à la hausse, revu à la baisse, réduit, baissé, baisse, ramené, relevé, abaissé, corrigé, alourdi, porté, grimpe, chuté, tombé"},
		{as(roleClause), "mais, tandis que, tandis qu', alors que, alors qu', bien que, bien qu', cependant, toutefois, en revanche, selon, d'après, a déclaré, a indiqué, a affirmé, affirme, affirment, affirmé, déclaré, indiqué, indique, indiquent, assure, assurent, a assuré, a précisé, précise, précisé, a ajouté, ajouté, ajoute, a annoncé, admis, admet, reconnu, reconnaît, reconnaissent, soutient, estime, évoque, lorsque, lorsqu', quand, après, avant, après que, avant que, parce que, parce qu', car, rapporte, rapporté"},
		{as(roleNot), "pas, sans, ni, jamais, non"},
		{as(roleForward), "parmi, parmi les, au nombre des, figurent parmi les, figure parmi les, font partie des, fait partie des, faisaient partie des"},
	},
}
